import CadrePlanning

/// One estimate as JSON, but for the two members that may move while nothing else does: `revision` and `asOf`.
///
/// Nothing is published whose figures did not change (CONTRACT § 4): keep what was published last, encode what was
/// computed now, and compare the two with `==`; no document is decoded for that.
public struct EncodedEstimate: Sendable {
    public let mission: ID<Mission>
    public let name: EstimateName
    /// The members of `data` after `asOf`, without braces: `"start":…,"periodDays":…`. Equal figures, equal bytes.
    public let figures: [UInt8]

    /// Where rows stand that can be copied into a later encoding.
    let pieces: [Range<Int>]

    /// Encodes one estimate.
    /// - Parameters:
    ///   - before: Earlier estimates of the mission, and `encoded` what of this name was made of them: what is equal is
    ///     copied. No byte depends on it.
    /// - Returns: `nil` where `estimates` hold nothing of that name, or not yet.
    public init?(
        _ name: EstimateName, of estimates: Estimates,
        after before: (estimates: Estimates, encoded: EncodedEstimate)? = nil
    ) {
        let known = before.flatMap { $0.encoded.name == name ? $0 : nil }
        if let known, estimates.isSame(name, as: known.estimates) {
            self = known.encoded
            return
        }
        var writer = JSONWriter(capacity: known.map { $0.encoded.figures.count * 9 / 8 } ?? 4_096)
        var earlier = known.map { EarlierEncoding($0.encoded) }
        estimates.head.writeFrame(to: &writer)
        switch name {
        case .summary:
            estimates.summary.writeMembers(to: &writer)
        case .force(let scenario):
            guard let force = estimates[scenario]?.force else { return nil }
            force.writeMembers(to: &writer, before: known?.estimates[scenario]?.force, &earlier)
        case .manning(let scenario):
            guard let manning = estimates[scenario]?.manning else { return nil }
            manning.writeMembers(to: &writer)
        case .training(let scenario):
            guard let training = estimates[scenario]?.training else { return nil }
            training.writeMembers(to: &writer, before: known?.estimates[scenario]?.training, &earlier)
        case .logistics(let scenario):
            guard let logistics = estimates[scenario]?.logistics else { return nil }
            logistics.writeMembers(to: &writer, before: known?.estimates[scenario]?.logistics, &earlier)
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
        pieces = writer.pieces
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

/// Equal when the bytes are; where rows begin in them follows from that.
extension EncodedEstimate: Equatable {
    public static func == (a: EncodedEstimate, b: EncodedEstimate) -> Bool {
        a.mission == b.mission && a.name == b.name && a.figures == b.figures
    }
}

extension Estimates {
    /// Every estimate that there is, in the order of publication.
    public func encoded() -> [EncodedEstimate] {
        EstimateName.allCases.compactMap { EncodedEstimate($0, of: self) }
    }

    /// The estimates of these names; what is as it was is taken over from what was encoded before.
    /// - Parameter before: Earlier estimates of the mission, and what of them was encoded.
    public func encoded(
        _ names: [EstimateName], after before: (estimates: Estimates, encoded: [EncodedEstimate])?
    ) -> [EncodedEstimate] {
        names.compactMap { name in
            let known = before.flatMap { before in
                before.encoded.first { $0.name == name }.map { (before.estimates, $0) }
            }
            return EncodedEstimate(name, of: self, after: known)
        }
    }

    /// Whether an estimate is there and its figures are those of `other`. O(1) of what one plan took over from the other.
    public func isSame(_ name: EstimateName, as other: Estimates) -> Bool {
        guard head.hasSameFrame(as: other.head) else { return false }
        return switch name {
        case .summary: summary == other.summary
        case .force(let scenario): self[scenario]?.force == other[scenario]?.force
        case .manning(let scenario):
            self[scenario]?.manning.map { $0 == other[scenario]?.manning } ?? false
        case .training(let scenario): self[scenario]?.training == other[scenario]?.training
        case .logistics(let scenario): self[scenario]?.logistics == other[scenario]?.logistics
        case .range: range.map { $0 == other.range } ?? false
        case .gaps: gaps.map { $0 == other.gaps } ?? false
        }
    }
}

extension EstimateHead {
    fileprivate func hasSameFrame(as other: EstimateHead) -> Bool {
        mission == other.mission && start == other.start && periodDays == other.periodDays
            && periods == other.periods && marking == other.marking
    }

    /// What of the head belongs to the figures: numbers a period mean something else in another frame.
    fileprivate func writeFrame(to writer: inout JSONWriter) {
        writer.member("start", start)
        writer.member("periodDays", periodDays)
        writer.member("periods", periods)
        if let marking { writer.member("marking", marking) }
    }
}
