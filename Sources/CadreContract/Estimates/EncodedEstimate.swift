import CadreJSON
import CadrePlanning

/// One estimate as JSON, except for the two members that may change without a new figure: `revision` and `asOf`.
///
/// An estimate whose figures did not change is not published (CONTRACT § 4): keep the published value, encode the new
/// estimate, and compare the two with `==`; no document is decoded for that.
public struct EncodedEstimate: Equatable, Sendable {
    public let mission: ID<Mission>
    public let name: EstimateName
    /// The members of `data` after `asOf`, without braces: `"start":…,"periodDays":…`. Equal figures, equal bytes.
    public let figures: [UInt8]

    /// The size of an estimate that is encoded for the first time.
    static let bytesGuess = 4_096

    /// Encodes one estimate. `EstimateEncoder` makes the same bytes faster if it has encoded the estimate before.
    /// - Returns: `nil` if that estimate does not exist, or not yet.
    public init?(_ name: EstimateName, of estimates: Estimates) {
        guard let part = estimates.part(name) else { return nil }
        var writer = JSONWriter(capacity: Self.bytesGuess)
        self.init(name, part, estimates.head, &writer)
    }

    /// Encodes one estimate with a new writer.
    init(_ name: EstimateName, _ part: any EstimatePart, _ head: EstimateHead, _ writer: inout JSONWriter) {
        EstimateHead.frame.write(head, to: &writer)
        part.writeMembers(to: &writer)
        mission = head.mission
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

    /// Returns the CloudEvent that is published on `OutgoingTopic.estimate`. Source: CONTRACT § 4.
    /// - Parameters:
    ///   - previous: The revision published before on this topic, or `nil` if this is the first.
    ///   - number: The position of this document among those of the same topic and revision, from 1.
    public func event(_ head: EstimateHead, node: ID<Node>, previous: Int?, number: Int = 1) -> [UInt8] {
        let id = "\(mission)/\(name.text)/\(head.revision)"
        return OutgoingEnvelope(
            type: name.type, node: node, id: number == 1 ? id : "\(id)/\(number)", time: head.asOf,
            cause: head.cause, previous: previous
        ).event(dataBytes: figures.count) { write(head, to: &$0) }
    }

    private func write(_ head: EstimateHead, to writer: inout JSONWriter) {
        writer.object {
            EstimateHead.moving.write(head, to: &$0)
            $0.raw(figures)
        }
    }
}

extension Estimates {
    /// Every existing estimate, in the order of publication.
    public func encoded() -> [EncodedEstimate] {
        EstimateName.allCases.compactMap { EncodedEstimate($0, of: self) }
    }
}

extension EstimateHead {
    /// Returns whether the members of the frame have the same bytes. A marking is free text: it is compared by them.
    func hasSameFrame(as other: EstimateHead) -> Bool {
        guard (marking == nil) == (other.marking == nil) else { return false }
        return mission == other.mission && start == other.start && periodDays == other.periodDays
            && periods == other.periods && (marking ?? "").utf8.elementsEqual((other.marking ?? "").utf8)
    }
}
