import CadreJSON

/// What is asked for on `control`, in types. Source: CONTRACT § 6.
public enum ControlCall: Equatable, Sendable {
    case eventSubmit(EventSubmit)
    case estimateGet(EstimateGet)
    case planGet(PlanGet)
    case planWhatIf(PlanWhatIf)
    case planDiff(PlanDiff)
    case planExplain(PlanExplain)
    case journalRead(JournalRead)
    case nodeStatus

    public var method: ControlMethod {
        switch self {
        case .eventSubmit: .eventSubmit
        case .estimateGet: .estimateGet
        case .planGet: .planGet
        case .planWhatIf: .planWhatIf
        case .planDiff: .planDiff
        case .planExplain: .planExplain
        case .journalRead: .journalRead
        case .nodeStatus: .nodeStatus
        }
    }

    init(_ method: ControlMethod, reading params: ControlParams) throws(ControlError) {
        switch method {
        case .eventSubmit: self = .eventSubmit(try EventSubmit(reading: params))
        case .estimateGet: self = .estimateGet(try EstimateGet(reading: params))
        case .planGet: self = .planGet(try PlanGet(reading: params))
        case .planWhatIf: self = .planWhatIf(try PlanWhatIf(reading: params))
        case .planDiff: self = .planDiff(try PlanDiff(reading: params))
        case .planExplain: self = .planExplain(try PlanExplain(reading: params))
        case .journalRead: self = .journalRead(try JournalRead(reading: params))
        case .nodeStatus:
            try params.allow()
            self = .nodeStatus
        }
    }
}

/// The request's `params`.
extension ControlCall: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            switch self {
            case .eventSubmit(let submit): submit.writeMembers(to: &$0)
            case .estimateGet(let get): get.writeMembers(to: &$0)
            case .planGet(let get): get.writeMembers(to: &$0)
            case .planWhatIf(let whatIf): whatIf.writeMembers(to: &$0)
            case .planDiff(let diff): diff.writeMembers(to: &$0)
            case .planExplain(let explain): explain.writeMembers(to: &$0)
            case .journalRead(let read): read.writeMembers(to: &$0)
            case .nodeStatus: break
            }
        }
    }
}
