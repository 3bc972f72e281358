import CadreContract
import CadreJournal
import CadrePlanning
import Logging
import Testing
import Threading
import ZeroMQ

@testable import CadreDaemon

@Suite("Snapshot writing", .timeLimit(.minutes(2)))
struct SnapshotKeeperTests {
    let events = TestEvents()

    /// The missions and sequence numbers of a restored journal, without sockets.
    private struct RestoredNode {
        let keeper: SnapshotKeeper
        let meters = NodeMeters()
        private let thread: SocketThread
        private let executor: PlanningExecutor
        private let threads: ThreadPool

        init(_ disk: JournalOnDisk, _ restored: JournalRestoration) async throws {
            let configuration = DaemonConfiguration(data: disk.folder.path, node: ID("test"))
            let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            thread = try SocketThread(name: "test")
            executor = try PlanningExecutor()
            threads = try ThreadPool(name: "test", count: 1)
            let publisher = Publisher(on: thread, meters: meters, logger: logger)
            let missions = MissionDirectory(
                MissionPlanner.Dependencies(
                    settings: PlanningSettings(configuration), executor: executor, cache: PlanCache(weightMax: 1),
                    publisher: publisher, meters: meters, logger: logger))
            await missions.restore(Array(restored.missions.values))
            let loss = LossWatch(
                node: ID("test"), started: .now,
                state: LossState(
                    tracker: restored.tracker, journaled: restored.state.tracker, through: restored.state.sequence),
                publisher: publisher, meters: meters, logger: logger)
            keeper = SnapshotKeeper(
                SnapshotSchedule(
                    covered: restored.covered, isDamaged: !restored.unreadable.isEmpty, settings: SnapshotSettings()),
                at: restored.state.sequence, missions: missions, loss: loss, store: disk.store, threads: threads,
                meters: meters, logger: logger)
        }

        func stop() async {
            executor.stop()
            threads.stop()
            await thread.stop()
        }
    }

    private var soon: ContinuousClock.Instant { .now + .seconds(60) }

    @Test("the last snapshot covers all restored events, and equals a replay")
    func last() async throws {
        let disk = try await JournalOnDisk()
        var random = RandomEvents(seed: 3)
        try await disk.append(random.events(100, prefix: "a"))
        try await disk.keep()
        try await disk.append(random.events(100, prefix: "b"))
        let node = try await RestoredNode(disk, try await disk.restored())
        await node.keeper.finish(before: soon)
        await node.stop()
        let restored = try await disk.restored()
        #expect(restored.origin == .snapshot(sequence: 200))
        #expect(restored.told == (try await disk.restored(isCached: false).told))
    }

    @Test("without time or new events no snapshot is written; a failed write is counted and has no other effect")
    func restraint() async throws {
        let disk = try await JournalOnDisk()
        try await disk.append(events.plan)
        let late = try await RestoredNode(disk, try await disk.restored())
        await late.keeper.finish(before: .now)
        await late.stop()
        #expect(try await disk.restored().reason == "no snapshot exists")

        try await disk.keep()
        let unchanged = try await RestoredNode(disk, try await disk.restored())
        try disk.snapshot.write([0])
        await unchanged.keeper.finish(before: soon)
        await unchanged.stop()
        #expect(try disk.snapshot.read() == [0])

        let failing = try await RestoredNode(disk, try await disk.restored())
        try await disk.store.close()
        await failing.keeper.finish(before: soon)
        await failing.stop()
        #expect(failing.meters.totals["snapshot_failures"] == 1)
    }

    @Test("a snapshot written while events arrive is that of one sequence, and equals a replay", arguments: 1...4)
    func exact(seed: UInt64) async throws {
        let daemon = try await TestDaemon {
            $0.snapshots = SnapshotSettings(events: 7, intervalSeconds: 0, lastSeconds: 0)
            $0.planningVerify = .off
            $0.samples = 0
        }
        var random = RandomEvents(seed: seed)
        let parts = (0..<4).map { random.events(60, prefix: "p\($0)") }
        try await withThrowingTaskGroup { group in
            for part in parts {
                group.addTask {
                    for event in part { _ = try await daemon.submit([event]) }
                }
            }
            try await group.waitForAll()
        }
        try await daemon.stop()

        let disk = try await JournalOnDisk(daemon.folder)
        let replayed = try await disk.restored(isCached: false)
        let restored = try await disk.restored()
        let snapshot = try #require(restored.snapshotSequence, "\(restored.reason ?? "")")
        #expect(replayed.state.sequence == 240 && snapshot > 0)
        #expect(restored.told == replayed.told)
    }

    @Test("after a restart, figures, gaps, duplicates and superseded events are those of a replay")
    func restart() async throws {
        let first = try await TestDaemon()
        let numbered = [1, 2, 5].map { events.pledge($0, sequence: $0) }
        let late = events.pledge(20, quantity: 9, time: "2025-01-05T09:00:00Z")
        _ = try await first.submit(events.plan + numbered + [events.pledge(20, quantity: 3)])
        let newer = events.event(
            "site.defined", id: "s-2", time: "2025-01-07T08:00:00Z", #""site":"HQ","name":"New""#)
        _ = try await first.submit([newer])
        let figures = try await first.figures("T-1")
        try await first.stop()
        let snapshot = FileOnDisk(path: first.folder + "/snapshot.cadre")
        let kept = try snapshot.read()
        #expect(!kept.isEmpty)

        let second = try await TestDaemon(folder: first.folder)
        #expect(try await second.figures("T-1") == figures)
        let alerts = try await second.subscribe("alert.test.sequence-gap")
        let open = try #require(try await alerts.nextEvent()["data"]?["open"]?.elements)
        #expect(open.map { $0["detail"]?["missing"].map { String(decoding: $0.source, as: UTF8.self) } } == ["[[3,4]]"])
        let outcomes = try await second.submit(numbered + [newer])
        #expect(outcomes.allSatisfy { $0.status == .duplicate })
        let superseding = events.event(
            "site.defined", id: "s-3", time: "2025-01-06T12:00:00Z", #""site":"HQ","name":"Between""#)
        #expect(try await second.submit([superseding]).map(\.status) == [.superseded])
        #expect(try await second.submit([events.pledge(7)]).map(\.status) == [.accepted])
        #expect(try await second.submit([late]).map(\.status) == [.rejected])
        let after = try await second.figures("T-1")
        #expect(after != figures)
        try await second.stop()

        // The state after a crash: the snapshot is older than the journal.
        try snapshot.write(kept)
        let third = try await TestDaemon(folder: first.folder)
        #expect(try await third.figures("T-1") == after)
        try await third.stop()

        try snapshot.write(Array(kept.dropLast()))
        let fourth = try await TestDaemon(folder: first.folder)
        #expect(try await fourth.figures("T-1") == after)
        try await fourth.stop()
    }
}

extension JournalRestoration {
    /// The sequence of the snapshot, or `nil` if none was used.
    fileprivate var snapshotSequence: Int? {
        if case .snapshot(let sequence) = origin { sequence } else { nil }
    }
}
