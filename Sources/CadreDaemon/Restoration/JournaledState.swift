import CadreContract
import CadreJournal
import CadrePlanning

/// The state of the journal's events up to one of them: the missions, and the received sequence numbers.
struct JournaledState: Sendable {
    /// The sequence of the newest event; 0 before the first.
    private(set) var sequence = 0
    private(set) var missions: [ID<Mission>: CurrentDocuments] = [:]
    private(set) var tracker: LossTracker
    /// The sequences of events that cannot be parsed, which is damage; the first ones only.
    private(set) var unreadable: [Int] = []

    private static let unreadableMax = 100

    /// Creates an empty state.
    /// - Parameter tracker: A tracker without received numbers.
    init(tracker: LossTracker) { self.tracker = tracker }

    /// Creates the state at a sequence.
    init(sequence: Int, missions: [ID<Mission>: CurrentDocuments], tracker: LossTracker) {
        self.sequence = sequence
        self.missions = missions
        self.tracker = tracker
    }

    /// Applies the next event.
    mutating func apply(_ entry: JournalEntry) {
        sequence = max(sequence, entry.sequence)
        guard let received = entry.readEvent else {
            if unreadable.count < Self.unreadableMax { unreadable.append(entry.sequence) }
            return
        }
        let mission = received.event.mission
        missions[mission, default: CurrentDocuments(mission: mission)].join(received.event, sequence: entry.sequence)
        if let number = entry.sourceSequence {
            _ = tracker.receive(number, of: LossTracker.Stream(source: entry.source, epoch: entry.epoch))
        }
    }
}
