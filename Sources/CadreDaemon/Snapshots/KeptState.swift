import CadreContract
import CadrePlanning

/// A `JournaledState` as a snapshot holds it: documents that stand by their place in the journal, where they are read
/// again, so that the journal alone says what they are.
struct KeptState: Equatable {
    /// The version of what follows. A new one is due whenever the payload's form changes, and whenever the same events
    /// make another state: another reading of them, other documents, another rule of what stands or what is missing.
    static let version = 3

    struct KeptMission: Equatable {
        var mission: ID<Mission>
        var memory: CurrentDocuments.Memory
        /// Places of the events whose documents stand, in order.
        var current: [Int]
    }

    /// The newest event that it covers.
    var sequence: Int
    /// In the order of their names.
    var missions: [KeptMission]
    /// What the loss tracker was set to: with another setting the same numbers would leave other holes.
    var replayed: [String]
    /// `nil`: everybody's numbers are judged.
    var judged: [String]?
    var loss: LossMemory

    init(
        sequence: Int, missions: [KeptMission], replayed: [String], judged: [String]?, loss: LossMemory
    ) {
        self.sequence = sequence
        self.missions = missions
        self.replayed = replayed
        self.judged = judged
        self.loss = loss
    }

    init(_ state: JournaledState) {
        sequence = state.sequence
        missions = state.missions.values.sorted { $0.mission < $1.mission }.map { documents in
            KeptMission(
                mission: documents.mission, memory: documents.memory,
                current: documents.current.values.map(\.sequence).sorted())
        }
        replayed = state.tracker.keptReplayed
        judged = state.tracker.keptJudged
        loss = state.tracker.memory
    }
}

extension LossTracker {
    var keptReplayed: [String] { replayed.sorted(by: bytesPrecede) }

    var keptJudged: [String]? {
        switch scope {
        case .all: nil
        case .missions(let missions): missions.map(\.text).sorted(by: bytesPrecede)
        }
    }
}
