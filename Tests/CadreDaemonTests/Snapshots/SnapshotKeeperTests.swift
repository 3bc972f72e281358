import CadreContract
import CadreJournal
import CadrePlanning
import Logging
import Testing
import ZeroMQ

@testable import CadreDaemon

@Suite("Snapshot writing", .timeLimit(.minutes(2)))
struct SnapshotKeeperTests {
    let events = TestEvents()

    private func keeper(_ disk: JournalOnDisk, _ state: JournaledState, covered: Int) -> SnapshotKeeper {
        SnapshotKeeper(
            state, covered: covered, reader: disk.reader, store: disk.store, meters: NodeMeters(),
            logger: Logger(label: "test"))
    }

    private var soon: ContinuousClock.Instant { .now + .seconds(60) }

    @Test("the snapshot follows the journal from the restored sequence on, and equals a replay")
    func follows() async throws {
        let disk = try await JournalOnDisk()
        var random = RandomEvents(seed: 3)
        try await disk.append(random.events(100, prefix: "a"))
        let start = try await disk.restored()
        try await disk.append(random.events(100, prefix: "b"))
        await keeper(disk, start.state, covered: start.covered).finish(before: soon)
        let second = try await disk.restored()
        #expect(second.origin == .snapshot(sequence: 200))
        try await disk.append(random.events(100, prefix: "c"))
        await keeper(disk, second.state, covered: second.covered).finish(before: soon)
        let third = try await disk.restored()
        #expect(third.origin == .snapshot(sequence: 300))
        #expect(third.told == (try await disk.restored(isCached: false).told))
    }

    @Test("without time or new events no snapshot is written; a failed write is counted and has no other effect")
    func restraint() async throws {
        let disk = try await JournalOnDisk()
        try await disk.append(events.plan)
        let start = try await disk.restored()
        await keeper(disk, start.state, covered: 0).finish(before: .now)
        #expect(try await disk.restored().reason == "no snapshot exists")
        await keeper(disk, start.state, covered: start.state.sequence).finish(before: soon)
        #expect(try await disk.restored().reason == "no snapshot exists")

        let meters = NodeMeters()
        try await disk.store.close()
        await SnapshotKeeper(
            start.state, covered: 0, reader: disk.reader, store: disk.store, meters: meters,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        ).finish(before: soon)
        #expect(meters.totals["snapshot_failures"] == 1)
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
