import CadreJSON

/// The method of a request with its params. Source: CONTRACT § 6.
public enum ControlCall: Equatable, Sendable {
    case eventSubmit(EventSubmit)
    case estimateGet(EstimateGet)
    case planGet(PlanGet)
    case planWhatIf(PlanWhatIf)
    case planDiff(PlanDiff)
    case planExplain(PlanExplain)
    case journalRead(JournalRead)
    case nodeStatus(NodeStatus)

    public var params: any MethodParams {
        switch self {
        case .eventSubmit(let params): params
        case .estimateGet(let params): params
        case .planGet(let params): params
        case .planWhatIf(let params): params
        case .planDiff(let params): params
        case .planExplain(let params): params
        case .journalRead(let params): params
        case .nodeStatus(let params): params
        }
    }

    public var method: ControlMethod { type(of: params).method }

    init(_ method: ControlMethod, reading params: JSONValue?) throws(ControlError) {
        switch method {
        case .eventSubmit: self = .eventSubmit(try EventSubmit(reading: params))
        case .estimateGet: self = .estimateGet(try EstimateGet(reading: params))
        case .planGet: self = .planGet(try PlanGet(reading: params))
        case .planWhatIf: self = .planWhatIf(try PlanWhatIf(reading: params))
        case .planDiff: self = .planDiff(try PlanDiff(reading: params))
        case .planExplain: self = .planExplain(try PlanExplain(reading: params))
        case .journalRead: self = .journalRead(try JournalRead(reading: params))
        case .nodeStatus: self = .nodeStatus(try NodeStatus(reading: params))
        }
    }
}

extension ControlMethod {
    /// The type of the method's params.
    var params: any MethodParams.Type {
        switch self {
        case .eventSubmit: EventSubmit.self
        case .estimateGet: EstimateGet.self
        case .planGet: PlanGet.self
        case .planWhatIf: PlanWhatIf.self
        case .planDiff: PlanDiff.self
        case .planExplain: PlanExplain.self
        case .journalRead: JournalRead.self
        case .nodeStatus: NodeStatus.self
        }
    }
}
