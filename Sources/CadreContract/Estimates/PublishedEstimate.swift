import CadreJSON
import CadrePlanning

/// One estimate as nodes publish it and answer `estimate.get`: its head and its figures. Source: CONTRACT §§ 4 and 6.
public struct PublishedEstimate: Equatable, Sendable {
    /// The figures of one estimate, with the scenario of those that have one.
    public enum Figures: Equatable, Sendable {
        case summary(SummaryEstimate)
        case force(Scenario, ForceEstimate)
        case manning(Scenario, ManningEstimate)
        case training(Scenario, TrainingEstimate)
        case logistics(Scenario, LogisticsEstimate)
        case range(RangeEstimate)
        case gaps(GapsEstimate)
    }

    /// The head. `cause` is an attribute of the event, not a member of `data`: it is empty in an estimate that was read.
    public let head: EstimateHead
    public let figures: Figures

    public init(head: EstimateHead, figures: Figures) {
        self.head = head
        self.figures = figures
    }

    /// Creates the estimate of one name, or `nil` if it does not exist, or not yet.
    public init?(_ name: EstimateName, of estimates: Estimates) {
        guard let figures = Figures(name, of: estimates) else { return nil }
        head = estimates.head
        self.figures = figures
    }

    /// Reads the `data` of an estimate. Unknown members are ignored: a newer node may send more.
    public init(_ name: EstimateName, reading data: JSONValue) throws(PublishedFault) {
        do throws(MemberFault) {
            head = try EstimateHead.table.read(data.document, data.node)
            figures = try Figures(name, data.document, data.node)
        } catch {
            throw PublishedFault(name.text, error)
        }
    }

    /// Reads the `data` of an estimate from its bytes.
    public init(_ name: EstimateName, reading data: [UInt8]) throws(PublishedFault) {
        let value: JSONValue
        do throws(JSONFault) {
            value = try JSONValue(parsing: data, depthMax: ControlLimits.answerDepthMax)
        } catch {
            throw PublishedFault(name.text, member: "", expected: "JSON", found: "\(error)")
        }
        try self.init(name, reading: value)
    }

    public var name: EstimateName {
        switch figures {
        case .summary: .summary
        case .force(let scenario, _): .force(scenario)
        case .manning(let scenario, _): .manning(scenario)
        case .training(let scenario, _): .training(scenario)
        case .logistics(let scenario, _): .logistics(scenario)
        case .range: .range
        case .gaps: .gaps
        }
    }

    /// The figures as JSON: an object of the members that follow the head in `data`.
    public var json: JSONValue {
        var writer = JSONWriter(capacity: EncodedEstimate.bytesGuess)
        writer.object { figures.part.writeMembers(to: &$0) }
        do throws(JSONFault) {
            return try JSONValue(parsing: writer.bytes, depthMax: ControlLimits.answerDepthMax)
        } catch {
            preconditionFailure("a writer writes JSON: \(error)")
        }
    }

    /// Returns whether two estimates publish the same: all but the revision up to which they hold, and its time.
    public func hasSameFigures(as other: PublishedEstimate) -> Bool {
        head.hasSameFrame(as: other.head) && figures == other.figures
    }
}

extension PublishedEstimate.Figures {
    fileprivate init(
        _ name: EstimateName, _ json: JSONDocument, _ data: JSONDocument.Node
    ) throws(MemberFault) {
        switch name {
        case .summary: self = .summary(try SummaryEstimate.table.read(json, data))
        case .force(let scenario): self = .force(scenario, try ForceEstimate.table.read(json, data))
        case .manning(let scenario): self = .manning(scenario, try ManningEstimate.table.read(json, data))
        case .training(let scenario): self = .training(scenario, try TrainingEstimate.table.read(json, data))
        case .logistics(let scenario): self = .logistics(scenario, try LogisticsEstimate.table.read(json, data))
        case .range: self = .range(try RangeEstimate.table.read(json, data))
        case .gaps: self = .gaps(try GapsEstimate.table.read(json, data))
        }
    }

    /// Creates the figures of one name, or `nil` if they do not exist, or not yet.
    init?(_ name: EstimateName, of estimates: Estimates) {
        switch name {
        case .summary: self = .summary(estimates.summary)
        case .force(let scenario):
            guard let force = estimates[scenario]?.force else { return nil }
            self = .force(scenario, force)
        case .manning(let scenario):
            guard let manning = estimates[scenario]?.manning else { return nil }
            self = .manning(scenario, manning)
        case .training(let scenario):
            guard let training = estimates[scenario]?.training else { return nil }
            self = .training(scenario, training)
        case .logistics(let scenario):
            guard let logistics = estimates[scenario]?.logistics else { return nil }
            self = .logistics(scenario, logistics)
        case .range:
            guard let range = estimates.range else { return nil }
            self = .range(range)
        case .gaps:
            guard let gaps = estimates.gaps else { return nil }
            self = .gaps(gaps)
        }
    }

    /// The figures without their name.
    var part: any EstimatePart {
        switch self {
        case .summary(let part): part
        case .force(_, let part): part
        case .manning(_, let part): part
        case .training(_, let part): part
        case .logistics(_, let part): part
        case .range(let part): part
        case .gaps(let part): part
        }
    }
}
