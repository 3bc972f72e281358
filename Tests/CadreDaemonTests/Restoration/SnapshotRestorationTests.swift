import CadreContract
import CadreJournal
import CadrePlanning
import TestSupport
import Testing

@testable import CadreDaemon

@Suite("Restoration from snapshots", .timeLimit(.minutes(2)))
struct SnapshotRestorationTests {
    @Test("a snapshot with the rest of the journal gives the state of the whole journal", arguments: 1...12)
    func equalsReplay(seed: UInt64) async throws {
        let disk = try await JournalOnDisk()
        var random = RandomEvents(seed: seed)
        try await disk.append(random.events(300, prefix: "before"))
        try await disk.keep()
        let atOnce = try await disk.restored()
        #expect(atOnce.origin == .snapshot(sequence: 300))
        #expect(atOnce.told == (try await disk.restored(isCached: false).told))

        let later = random.events(100, prefix: "after")
        try await disk.append(later)
        let replayed = try await disk.restored(isCached: false)
        let restored = try await disk.restored()
        #expect(restored.origin == .snapshot(sequence: 300))
        #expect(restored.told == replayed.told)
        let acceptances = [restored, replayed].map { MissionAcceptance(missions: $0.missions.values) }
        for text in random.events(200, prefix: "never") {
            guard case .event(let received) = EventReader().read(payload: Array(text.utf8)).first else { continue }
            #expect(acceptances[0].evaluate(received) == acceptances[1].evaluate(received))
        }
    }

    @Test("numbers of rejected events and of gaps are restored, also after a snapshot")
    func rejections() async throws {
        let disk = try await JournalOnDisk()
        let events = TestEvents()
        try await disk.append([events.defined(), events.pledge(1, sequence: 1), events.pledge(5, sequence: 5)])
        try await disk.keep()
        let wrong = events.event("site.defined", id: "w", sequence: 3, #""site":"x""#)
        guard case .rejected(let rejection) = EventReader().read(payload: Array(wrong.utf8)).first else {
            throw TestFailure("it should be rejected")
        }
        var batch = [PendingEvent(.rejected(rejection), topic: "plan.T-1", received: Instant(seconds: 0))]
        try await disk.journal.append(&batch)
        let restored = try await disk.restored()
        #expect(restored.origin == .snapshot(sequence: 3))
        #expect(restored.tracker.gaps.map(\.missing) == [[2...2, 4...4]])
        #expect(restored.state.tracker.gaps.map(\.missing) == [[2...4]])
        #expect(restored.told == (try await disk.restored(isCached: false).told))
    }

    @Test("a snapshot of another version, journal or configuration is not used, and the figures are the same")
    func others() async throws {
        let disk = try await JournalOnDisk()
        var random = RandomEvents(seed: 7)
        let events = random.events(50)
        try await disk.append(events)
        let told = try await disk.restored(isCached: false).told
        let kept = SnapshotState(try await disk.restored(isCached: false).state)

        #expect(try await disk.restored().reason == "no snapshot exists")
        try await disk.store.write(sequence: 50, version: SnapshotState.version + 1, payload: kept.payload)
        try await expectReplay(
            disk, told, "the snapshot has version \(SnapshotState.version + 1) instead of \(SnapshotState.version)")

        try await disk.keep(tracker: LossTracker(replayed: ["urn:test:1"]))
        try await expectReplay(disk, told, "missions or replay endpoints were configured differently")

        // The same events in another order, so that every sequence has another event.
        let other = try await JournalOnDisk()
        try await other.append(events.reversed())
        try await other.keep()
        try disk.snapshot.write(try other.snapshot.read())
        try await expectReplay(disk, told, "the snapshot belongs to another journal: the hash at sequence 50 differs")
    }

    @Test("damage anywhere in the file is detected, and the figures are the same")
    func damage() async throws {
        let disk = try await JournalOnDisk()
        var random = RandomEvents(seed: 8)
        try await disk.append(random.events(40))
        let told = try await disk.restored(isCached: false).told
        try await disk.keep()
        let bytes = try disk.snapshot.read()
        for index in stride(from: 0, to: bytes.count, by: 37) {
            var flipped = bytes
            flipped[index] ^= 0x04
            try disk.snapshot.write(flipped)
            try await expectReplay(disk, told, nil)
        }
        for length in [0, 3, bytes.count / 2, bytes.count - 1] {
            try disk.snapshot.write(Array(bytes.prefix(length)))
            try await expectReplay(disk, told, nil)
        }
        try disk.snapshot.write(bytes)
        #expect(try await disk.restored().origin == .snapshot(sequence: 40))
    }

    @Test("a valid payload of another journal is not used")
    func wrongPayload() async throws {
        let disk = try await JournalOnDisk()
        var random = RandomEvents(seed: 9)
        try await disk.append(random.events(60))
        let restoration = try await disk.restored(isCached: false)
        let kept = SnapshotState(restoration.state)
        func expect(_ reason: String, _ change: (inout SnapshotState) throws -> Void) async throws {
            var changed = kept
            try change(&changed)
            try await disk.store.write(sequence: 60, version: SnapshotState.version, payload: changed.payload)
            try await expectReplay(disk, restoration.told, reason)
        }
        let first = try #require(kept.missions.first)
        let spare = try #require(Set(1...60).subtracting(kept.missions.flatMap(\.current)).first)
        try await expect("its missions differ from the journal's") { $0.missions.removeFirst() }
        try await expect("its missions differ from the journal's") {
            $0.missions[0].memory.revision = first.memory.revision == 60 ? 60 : first.memory.revision + 1
            if first.memory.revision == 60 { $0.missions.removeLast() }
        }
        try await expect("its mission \(first.mission) does not fit the journal") { $0.missions[0].memory.revision = 1 }
        try await expect("it refers to events after its sequence") { $0.missions[0].current.append(61) }
        try await expect("its mission \(first.mission) does not fit the journal") { state in
            state.missions[0].memory.statusesSeen = [:]
        }
        try await expect("its record of sequences is inconsistent") {
            $0.loss.numberings[0].holes = [5...6, 7...8]
            $0.loss.numberings[0].highest = 9
        }
        var lacking = kept
        lacking.missions[0].current.append(spare)
        lacking.missions[0].current.sort()
        try await disk.store.write(sequence: 60, version: SnapshotState.version, payload: lacking.payload)
        #expect(try await disk.restored().reason != nil)
        for length in stride(from: 0, to: kept.payload.count, by: 11) {
            try await disk.store.write(
                sequence: 60, version: SnapshotState.version, payload: Array(kept.payload.prefix(length)))
            try await expectReplay(disk, restoration.told, nil)
        }
    }

    @Test("reading any payload ends and does not trap", arguments: 1...200)
    func anyBytes(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
            // Mostly small numbers, so that reading progresses before it fails.
            UInt8.random(in: 0...(Bool.random(using: &random) ? 3 : 255), using: &random)
        }
        guard let state = try? SnapshotState(sequence: 1, payload: bytes) else { return }
        #expect((try? SnapshotState(sequence: 1, payload: state.payload)) == state)
    }

    @Test("a written number is read back", arguments: [0, 1, 127, 128, UInt64(Int64.max), .max - 1, .max])
    func numbers(number: UInt64) throws {
        var writer = PayloadWriter()
        writer.put(number)
        writer.put("Ærø")
        writer.put(Int(truncatingIfNeeded: number))
        var reader = PayloadReader(writer.bytes)
        #expect(try reader.number() == number)
        #expect(try reader.text() == "Ærø")
        #expect(try reader.signedNumber() == Int(truncatingIfNeeded: number))
        #expect(reader.isAtEnd)
        #expect(throws: UnfitSnapshot.self) { try reader.number() }
    }

    private func expectReplay(
        _ disk: JournalOnDisk, _ told: JournalRestoration.Told, _ reason: String?,
        _ location: SourceLocation = #_sourceLocation
    ) async throws {
        let restored = try await disk.restored()
        #expect(restored.reason != nil, sourceLocation: location)
        if let reason { #expect(restored.reason == reason, sourceLocation: location) }
        #expect(restored.told == told, sourceLocation: location)
    }
}
