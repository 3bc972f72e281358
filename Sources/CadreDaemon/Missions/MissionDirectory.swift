import CadreContract
import CadrePlanning

/// The missions of the node. The first event of a mission creates it. Source: ARCHITECTURE § 5.
actor MissionDirectory {
    private let dependencies: MissionPlanner.Dependencies
    private var missions: [ID<Mission>: MissionPlanner] = [:]
    private var newest: [ID<Mission>: Int] = [:]

    init(_ dependencies: MissionPlanner.Dependencies) {
        self.dependencies = dependencies
    }

    /// Creates the restored missions, and plans all of them.
    func restore(_ documents: [CurrentDocuments]) async {
        for documents in documents where documents.revision > 0 {
            let mission = MissionPlanner(documents, dependencies)
            missions[documents.mission] = mission
            newest[documents.mission] = documents.revision
            await mission.planRestored()
        }
        dependencies.meters.set(missions: missions.count)
        await settled()
    }

    /// Joins accepted events to their missions, each in the order of the journal.
    func join(_ events: [ID<Mission>: [JoiningEvent]]) async {
        for (id, events) in events {
            newest[id] = events.last?.sequence
            await mission(id).join(events)
        }
    }

    /// Returns a mission that has events, or `nil`.
    func find(_ id: ID<Mission>) -> MissionPlanner? { missions[id] }

    var all: [MissionPlanner] { Array(missions.values) }

    /// The current documents of all missions.
    var documents: [ID<Mission>: CurrentDocuments] {
        get async {
            var documents: [ID<Mission>: CurrentDocuments] = [:]
            for (id, mission) in missions { documents[id] = await mission.current }
            return documents
        }
    }

    /// The journal sequence of the newest event of each mission.
    var revisions: [ID<Mission>: Int] { newest }

    /// Waits until all plans cover the events joined before.
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
