import CadreContract
import CadrePlanning

/// The content of a snapshot: a `JournaledState` whose current documents are journal sequences. They are read from the
/// journal again, which stays the only source.
struct SnapshotState: Equatable {
    /// The version of the content. Increase it if the payload's format changes, or if the same events give another state:
    /// with another parser, other documents, or other rules of precedence or of missing numbers.
    static let version = 3

    /// One mission.
    struct StoredMission: Equatable {
        var mission: ID<Mission>
        var memory: CurrentDocuments.Memory
        /// The sequences of the events whose documents are current, in order.
        var current: [Int]
    }

    /// The sequence of the newest event that it covers.
    var sequence: Int
    /// The missions, in the order of their names.
    var missions: [StoredMission]
    /// The settings of the loss tracker: with others the same numbers would leave other gaps.
    var replayed: [String]
    /// The tracked missions, or `nil` for all.
    var tracked: [String]?
    var loss: LossMemory

    init(
        sequence: Int, missions: [StoredMission], replayed: [String], tracked: [String]?, loss: LossMemory
    ) {
        self.sequence = sequence
        self.missions = missions
        self.replayed = replayed
        self.tracked = tracked
        self.loss = loss
    }

    init(_ state: JournaledState) {
        sequence = state.sequence
        missions = state.missions.values.sorted { $0.mission < $1.mission }.map { documents in
            StoredMission(
                mission: documents.mission, memory: documents.memory,
                current: documents.current.values.map(\.sequence).sorted())
        }
        replayed = state.tracker.replayedSources
        tracked = state.tracker.trackedMissions
        loss = state.tracker.memory
    }
}

extension LossTracker {
    /// The sources with a replay endpoint, in order.
    var replayedSources: [String] { replayed.sorted(by: bytesPrecede) }

    /// The tracked missions in order, or `nil` for all.
    var trackedMissions: [String]? {
        switch scope {
        case .all: nil
        case .missions(let missions): missions.map(\.text).sorted(by: bytesPrecede)
        }
    }
}
