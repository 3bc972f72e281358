import CadreContract
import CadrePlanning

/// Finds a mission, or makes it with its first event. Source: ARCHITECTURE § 5.
actor MissionDirectory {
    private let dependencies: MissionPlanner.Dependencies
    private var missions: [ID<Mission>: MissionPlanner] = [:]
    private var newest: [ID<Mission>: Int] = [:]

    init(_ dependencies: MissionPlanner.Dependencies) {
        self.dependencies = dependencies
    }

    /// Takes over what the journal holds, and plans all of it.
    func restore(_ documents: [CurrentDocuments]) async {
        for documents in documents where documents.revision > 0 {
            let mission = MissionPlanner(documents, dependencies)
            missions[documents.mission] = mission
            newest[documents.mission] = documents.revision
            await mission.planSoon()
        }
        dependencies.meters.set(missions: missions.count)
        await settled()
    }

    /// Hands accepted events to their missions, each in the order of the journal.
    func join(_ events: [ID<Mission>: [JoiningEvent]]) async {
        for (id, events) in events {
            newest[id] = events.last?.sequence
            await mission(id).join(events)
        }
    }

    /// A mission that has events.
    func find(_ id: ID<Mission>) -> MissionPlanner? { missions[id] }

    var all: [MissionPlanner] { Array(missions.values) }

    /// Journal sequence of the newest event of each mission.
    var revisions: [ID<Mission>: Int] { newest }

    /// Waits until all plans cover what was joined before.
    func settled() async {
        for mission in missions.values { await mission.settled() }
    }

    /// Lets the watchdog detect a stalled actor.
    func confirmResponsive() {}

    private func mission(_ id: ID<Mission>) -> MissionPlanner {
        if let mission = missions[id] { return mission }
        let mission = MissionPlanner(CurrentDocuments(mission: id), dependencies)
        missions[id] = mission
        dependencies.meters.set(missions: missions.count)
        return mission
    }
}
