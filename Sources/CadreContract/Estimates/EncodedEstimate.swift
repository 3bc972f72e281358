import CadrePlanning

/// One estimate as JSON, but for the two members that may move while nothing else does: `revision` and `asOf`.
///
/// Nothing is published whose figures did not change (CONTRACT § 4): keep what was published last, encode what was
/// computed now, and compare the two with `==`; no document is decoded for that.
public struct EncodedEstimate: Equatable, Sendable {
    public let mission: ID<Mission>
    public let name: EstimateName
    /// The members of `data` after `asOf`, without braces: `"start":…,"periodDays":…`. Equal figures, equal bytes.
    public let figures: [UInt8]

    /// Encodes one estimate.
    /// - Returns: `nil` where `estimates` hold nothing of that name, or not yet.
    public init?(_ name: EstimateName, of estimates: Estimates) {
        var writer = JSONWriter(capacity: 4_096)
        estimates.head.writeFrame(to: &writer)
        switch name {
        case .summary:
            estimates.summary.writeMembers(to: &writer)
        case .force(let scenario):
            guard let force = estimates[scenario]?.force else { return nil }
            force.writeMembers(to: &writer)
        case .manning(let scenario):
            guard let manning = estimates[scenario]?.manning else { return nil }
            manning.writeMembers(to: &writer)
        case .training(let scenario):
            guard let training = estimates[scenario]?.training else { return nil }
            training.writeMembers(to: &writer)
        case .logistics(let scenario):
            guard let logistics = estimates[scenario]?.logistics else { return nil }
            logistics.writeMembers(to: &writer)
        case .range:
            guard let range = estimates.range else { return nil }
            range.writeMembers(to: &writer)
        case .gaps:
            guard let gaps = estimates.gaps else { return nil }
            gaps.writeMembers(to: &writer)
        }
        mission = estimates.head.mission
        self.name = name
        figures = writer.bytes
    }

    /// The estimate's `data`: the head's `revision` and `asOf` before these figures.
    /// - Parameter head: Of the state that the figures were computed from; its frame is taken from the figures.
    public func data(_ head: EstimateHead) -> [UInt8] {
        var writer = JSONWriter(capacity: figures.count + 128)
        write(head, to: &writer)
        return writer.bytes
    }

    /// The CloudEvent that is published on `OutgoingTopic.estimate`.
    /// - Parameter previous: The revision published before on this topic, if any.
    public func event(_ head: EstimateHead, node: ID<Node>, previous: Int?) -> [UInt8] {
        OutgoingEnvelope(
            type: name.type, node: node, id: "\(mission)/\(name.text)/\(head.revision)", time: head.asOf,
            cause: head.cause, previous: previous
        ).event(dataBytes: figures.count) { write(head, to: &$0) }
    }

    private func write(_ head: EstimateHead, to writer: inout JSONWriter) {
        writer.object {
            $0.member("mission", mission)
            $0.member("revision", head.revision)
            $0.member("asOf", head.asOf)
            $0.raw(figures)
        }
    }
}

extension Estimates {
    /// Every estimate that there is, in the order of publication.
    public func encoded() -> [EncodedEstimate] {
        EstimateName.allCases.compactMap { EncodedEstimate($0, of: self) }
    }
}

extension EstimateHead {
    /// What of the head belongs to the figures: numbers a period mean something else in another frame.
    fileprivate func writeFrame(to writer: inout JSONWriter) {
        writer.member("start", start)
        writer.member("periodDays", periodDays)
        writer.member("periods", periods)
        if let marking { writer.member("marking", marking) }
    }
}
