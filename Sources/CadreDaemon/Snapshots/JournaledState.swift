import CadreContract
import CadreJournal
import CadrePlanning

/// What the events of the journal say up to one of them: the state of every mission, and which numbers have come.
struct JournaledState: Sendable {
    /// The newest event taken; 0 before the first.
    private(set) var sequence = 0
    private(set) var missions: [ID<Mission>: CurrentDocuments] = [:]
    private(set) var tracker: LossTracker
    /// Events that could not be read back: damage, to be told.
    private(set) var unreadable: [Int] = []

    private static let unreadableMax = 100

    /// - Parameter tracker: One that has heard nothing.
    init(tracker: LossTracker) { self.tracker = tracker }

    /// Takes up a state that was kept.
    init(sequence: Int, missions: [ID<Mission>: CurrentDocuments], tracker: LossTracker) {
        self.sequence = sequence
        self.missions = missions
        self.tracker = tracker
    }

    /// Takes the next event.
    /// - Returns: The event; `nil` where it cannot be read.
    @discardableResult
    mutating func take(_ entry: JournalEntry) -> Event? {
        sequence = max(sequence, entry.sequence)
        guard let received = entry.readEvent else {
            if unreadable.count < Self.unreadableMax { unreadable.append(entry.sequence) }
            return nil
        }
        let mission = received.event.mission
        missions[mission, default: CurrentDocuments(mission: mission)].join(received.event, sequence: entry.sequence)
        if let number = entry.sourceSequence {
            _ = tracker.received(number, of: LossTracker.Stream(source: entry.source, epoch: entry.epoch))
        }
        return received.event
    }
}
