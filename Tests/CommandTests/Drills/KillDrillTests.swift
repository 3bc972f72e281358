import CadreClient
import Foundation
import Testing

@Suite("kill -9 at any time")
struct KillDrillTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    /// The number of rounds: few by default, more with CADRE_DRILLS=long.
    private static let rounds = ProcessInfo.processInfo.environment["CADRE_DRILLS"] == "long" ? 200 : 4
    private static let pledgesOfRound = 300

    @Test("kill -9 during a submission loses no acknowledged event, and the estimates are equal")
    func killed() async throws {
        let mission = SmallMission()
        let bus = try ClientBus()
        var daemon = try await RunningDaemon.start(in: folder)
        #expect(try await daemon.submit(mission.definition).status == 0)
        let acknowledged = Acknowledged()
        var events = mission.definition
        var random = SystemRandomNumberGenerator()
        for round in 0..<Self.rounds {
            let pledges = (0..<Self.pledgesOfRound).map { mission.pledge("P\(round).\($0)", persons: 1, second: $0) }
            events += pledges
            let client = try ControlClient(bus, endpoint: daemon.control, presence: .milliseconds(500))
            let submitting = Task {
                for start in stride(from: 0, to: pledges.count, by: 5) {
                    let batch = pledges[start..<start + 5]
                    guard (try? await client.submit(batch.map { Array($0.utf8) })) != nil else { return }
                    await acknowledged.add(batch)
                }
            }
            let before = await acknowledged.events.count
            let enough = Int.random(in: 0..<Self.pledgesOfRound * 3 / 4, using: &random)
            #expect(await isTrue(within: 60) { await acknowledged.events.count >= before + enough })
            daemon.send(SIGKILL)
            _ = await daemon.ended()
            await submitting.value
            await client.close()
            daemon = try await RunningDaemon.start(in: folder, like: daemon)
        }
        await bus.close()

        let dump = try await BuiltProgram.run(["journal", "dump", "--data", daemon.data]).lines
        let lost = await acknowledged.events.subtracting(dump)
        #expect(lost.isEmpty, "acknowledged but lost: \(lost.count)")
        #expect(Set(dump).count == dump.count, "no event is duplicated")
        try await expectEqualEstimates(daemon, events)
        #expect(try await BuiltProgram.run(["journal", "verify", "--data", daemon.data]).status == 0)
    }

    /// Submits the remaining events and expects the estimates that `cadre estimate` computes without a daemon.
    private func expectEqualEstimates(_ daemon: RunningDaemon, _ events: [String]) async throws {
        let rest = try await daemon.submit(events)
        #expect(rest.status == 0, "\(rest.errors)")
        let computed = try await BuiltProgram.run([
            "estimate", "--samples", "0", try folder.file("all.ndjson", events.file),
        ])
        let expected = try #require(JSON.value(try JSON.object(computed.output), "m1") as? [String: Any])
        for name in ["summary", "force.offered", "manning.committed", "training.full", "logistics.offered"] {
            let data = try #require(expected[name] as? [String: Any])
            #expect(JSON.figures(try await daemon.estimate(name)) == JSON.figures(data), "\(name)")
        }
    }

    @Test("a submission continues when its daemon is killed and restarted")
    func resumed() async throws {
        let mission = SmallMission()
        let events = mission.definition + (0..<3_500).map { mission.pledge("P\($0)", persons: 1, second: $0) }
        let daemon = try await RunningDaemon.start(in: folder)
        let file = try folder.file("all.ndjson", events.file)
        let submit = try Child(BuiltProgram.path, ["submit", file, "--control", daemon.control, "--timeout", "60"])
        daemon.send(SIGKILL)
        _ = await daemon.ended()
        let next = try await RunningDaemon.start(in: folder, like: daemon)
        let ended = await submit.ended(within: 60)
        #expect(ended.status == 0, "\(ended.errors)")
        let dump = try await BuiltProgram.run(["journal", "dump", "--data", next.data])
        #expect(dump.lines.sorted() == events.sorted())
    }
}

private actor Acknowledged {
    private(set) var events: Set<String> = []

    func add(_ batch: some Sequence<String>) { events.formUnion(batch) }
}
