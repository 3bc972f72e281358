import CadrePlanning

/// Events taken in without a journal, judged as a daemon would: identity, limits, the last word on each entity.
/// For files on a command line and for plans that are only tried. Source: CONTRACT §§ 2 and 9.
public struct EventLedger: Sendable {
    public enum Outcome: Sendable {
        case accepted(sequence: Int)
        case superseded(sequence: Int)
        case duplicate(sequence: Int)
        case rejected(Rejection)
    }

    /// Compared by bytes: two ids that only look alike are two.
    private struct Identity: Hashable {
        let source: [UInt8]
        let id: [UInt8]

        init(_ stamp: Stamp) {
            source = Array(stamp.source.utf8)
            id = Array(stamp.id.utf8)
        }
    }

    /// The state of every mission named so far.
    public private(set) var missions: [ID<Mission>: CurrentDocuments] = [:]
    /// How many events were accepted.
    public private(set) var count = 0
    private var known: [Identity: (sequence: Int, bytes: [UInt8])] = [:]
    private var register = EntityRegister()

    public init() {}

    /// Takes an event in. Its sequence is its place among the accepted, from 1.
    public mutating func accept(_ received: ReceivedEvent) -> Outcome {
        let identity = Identity(received.event.stamp)
        if let (sequence, bytes) = known[identity] {
            guard EventReader.haveSameData(bytes, received.bytes) else {
                return .rejected(
                    Rejection(
                        .conflict, of: received, expected: "the same data, or another id",
                        detail: "data: differs from the event that has this source and id already; give a new id"))
            }
            return .duplicate(sequence: sequence)
        }
        let verdict = register.judge(received.event)
        if case .refused(let limit) = verdict { return .rejected(limit.rejection(of: received)) }
        count += 1
        known[identity] = (count, received.bytes)
        register.note(received.event)
        let mission = received.event.mission
        missions[mission, default: CurrentDocuments(mission: mission)].join(received.event, sequence: count)
        return verdict == .superseded ? .superseded(sequence: count) : .accepted(sequence: count)
    }
}
