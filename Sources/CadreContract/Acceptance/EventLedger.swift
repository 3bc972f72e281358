import CadrePlanning

/// Accepts events without a journal, as a daemon would: for event files. Source: CONTRACT §§ 2 and 9.
public struct EventLedger: Sendable {
    /// The outcome of one event.
    public enum Outcome: Sendable {
        case accepted(sequence: Int)
        case superseded(sequence: Int)
        case duplicate(sequence: Int)
        case rejected(Rejection)
    }

    /// The state of each mission of the accepted events.
    public private(set) var missions: [ID<Mission>: CurrentDocuments] = [:]
    /// The number of accepted events.
    public private(set) var count = 0
    private var acceptance: MissionAcceptance

    /// Creates an empty ledger.
    public init(limits: EntityLimits = EntityLimits()) {
        acceptance = MissionAcceptance(limits: limits)
    }

    /// Accepts or rejects an event. The sequence of an accepted one is its position among the accepted, from 1.
    public mutating func accept(_ received: ReceivedEvent) -> Outcome {
        switch acceptance.evaluate(received).decision(on: received) {
        case .reject(let rejection): return .rejected(rejection)
        case .skip(let sequence): return .duplicate(sequence: sequence)
        case .accept(let isSuperseded):
            count += 1
            acceptance.record(received, sequence: count)
            let mission = received.event.mission
            missions[mission, default: CurrentDocuments(mission: mission)].join(received.event, sequence: count)
            return isSuperseded ? .superseded(sequence: count) : .accepted(sequence: count)
        }
    }
}
