import CadreContract
import CadrePlanning
import Testing

@testable import CadreJournal

@Suite struct AppendTests {
    let folder = DataFolder()

    @Test("sequences have no gaps across batches and reopening")
    func consecutiveSequences() async throws {
        let journal = try await folder.journal()
        #expect(try await journal.append(arrivals(1...3)) == [1, 2, 3].map { .accepted(sequence: $0) })
        #expect(try await journal.append([]) == [])
        #expect(try await journal.append(arrivals(4...4)) == [.accepted(sequence: 4)])
        try await journal.close()

        let again = try await folder.journal()
        #expect(try await again.newest() == 4)
        #expect(try await again.append(arrivals(3...5)).last == .accepted(sequence: 5))
        let verification = try await folder.reader().verify()
        #expect(verification.isSound)
        #expect(verification.events == 5)
    }

    @Test("an entry is read back unchanged")
    func roundTrip() async throws {
        let odd = arrival(
            "i\0d", source: "urn:é", mission: "m", epoch: "m/1", sourceSequence: .max,
            time: Instant(seconds: -1, fraction: "000000000000000000001"), topic: "plan.m", name: "cell",
            received: Instant(seconds: 7), isSuperseded: true, bytes: [0, 255, 0])
        let plain = arrival("", source: "", epoch: "", name: nil, bytes: [])
        _ = try await folder.journal().append([odd, plain])

        let entries = try await folder.reader().entries(rows: 10)
        try #require(entries.count == 2)
        let first = entries[0]
        #expect(Array(first.id.utf8) == Array("i\0d".utf8))
        #expect(first.source == "urn:é" && first.mission == "m" && first.epoch == "m/1")
        #expect(first.sourceSequence == .max)
        #expect(first.time == Instant(seconds: -1, fraction: "000000000000000000001"))
        #expect(first.received == Instant(seconds: 7))
        #expect(first.topic == "plan.m" && first.name == "cell" && first.isSuperseded)
        #expect(first.bytes == [0, 255, 0])
        #expect(entries[1].name == nil && entries[1].sourceSequence == nil && !entries[1].isSuperseded)
        #expect(entries[1].bytes == [] && entries[1].id == "")
        #expect(await (try folder.reader()).verify().isSound)
    }

    @Test("a repeated source and id is a duplicate, within a batch and later")
    func duplicate() async throws {
        let journal = try await folder.journal()
        #expect(
            try await journal.append([arrival("a"), arrival("a"), arrival("b")]) == [
                .accepted(sequence: 1), .duplicate(sequence: 1), .accepted(sequence: 2),
            ])
        #expect(
            try await journal.append([arrival("b"), arrival("c")]) == [
                .duplicate(sequence: 2), .accepted(sequence: 3),
            ])
        #expect(try await journal.append([arrival("a", source: "urn:other")]) == [.accepted(sequence: 4)])
    }

    @Test("source and id are compared by their bytes")
    func identityByBytes() async throws {
        let composed = "\u{E9}"
        let decomposed = "e\u{301}"
        try #require(composed == decomposed)
        let outcomes = try await folder.journal().append([arrival(composed), arrival(decomposed), arrival(composed)])
        #expect(outcomes == [.accepted(sequence: 1), .accepted(sequence: 2), .duplicate(sequence: 1)])
        let reader = try await folder.reader()
        #expect(try await reader.entry(source: "urn:test", id: decomposed)?.sequence == 2)
    }

    @Test("a repeated id with other bytes is a duplicate if the data is the same, and else a conflict")
    func conflict() async throws {
        func event(_ data: String, note: String = "") -> PendingEvent {
            arrival("a", bytes: Array("{\"note\":\"\(note)\",\"data\":\(data)}".utf8))
        }
        let journal = try await folder.journal()
        let outcomes = try await journal.append([
            event("{\"x\":1}"), event("{ \"x\": 1.0 }", note: "n"), event("{\"x\":2}"),
        ])
        #expect(outcomes[0] == .accepted(sequence: 1))
        #expect(outcomes[1] == .duplicate(sequence: 1))
        guard case .rejected(let rejection, number: 1) = outcomes[2] else {
            Issue.record("no conflict: \(outcomes[2])")
            return
        }
        #expect(
            rejection.detail == "data differs from event 1 of the same source and id; use a new id for a changed event")
        let reader = try await folder.reader()
        #expect(try await reader.newest() == 1)
        #expect(try await reader.counts().rejectionsByReason == ["conflict": 1])
        let kept = try #require(try await reader.rejections(limit: 10).first)
        #expect(kept.rejection.reason == "conflict" && kept.rejection.detail == rejection.detail)
        #expect(kept.rejection.bytes == Array("{\"note\":\"\",\"data\":{\"x\":2}}".utf8))
        #expect(kept.rejection.id == "a" && kept.rejection.mission == "m")
    }

    @Test("equal bytes are a duplicate, also without data")
    func equalBytes() async throws {
        let journal = try await folder.journal()
        #expect(try await journal.append([arrival("a"), arrival("a")]).last == .duplicate(sequence: 1))
    }

    @Test("a duplicate takes precedence over a limit, and an event over a limit does not use up its id")
    func overLimit() async throws {
        let journal = try await folder.journal()
        let outcomes = try await journal.append([
            arrival("a"), arrival("a", entitiesMax: 7), arrival("a", entitiesMax: 7, bytes: [9]),
            arrival("b", entitiesMax: 7), arrival("b"),
        ])
        #expect(outcomes[1] == .duplicate(sequence: 1))
        guard case .rejected(let conflict, number: 1) = outcomes[2], case .rejected(let limit, number: 2) = outcomes[3]
        else {
            Issue.record("not rejected: \(outcomes)")
            return
        }
        #expect(conflict.reason == .conflict)
        #expect(limit.detail == "the limit of a mission is 7 entities; split the mission")
        #expect(outcomes[4] == .accepted(sequence: 2))
        #expect(try await folder.reader().counts().rejectionsByReason == ["conflict": 1, "limit": 1])
    }

    @Test("heads alone need no transaction, and heads among events change nothing")
    func heads() async throws {
        let journal = try await folder.journal()
        let head = PendingEvent(
            .head(
                SourceHead(
                    source: "s", epoch: "", sequence: 1, id: "h", time: Instant(seconds: 0), bytes: [])),
            topic: "head.s", received: Instant(seconds: 0))
        try await journal.close()
        #expect(try await journal.append([head]) == [.head])
        await #expect(throws: JournalError.self) { try await journal.append([head, arrival("a")]) }
        let again = try await folder.journal()
        #expect(try await again.append([head, arrival("a"), head]) == [.head, .accepted(sequence: 1), .head])
    }

    @Test("after a failure no event is committed, and the batch can be appended again")
    func failed() async throws {
        let journal = try await folder.journal()
        try await journal.close()
        var batch = arrivals(1...3) + [rejection("x")]
        await #expect(throws: JournalError.self) { try await journal.append(&batch) }
        #expect(batch.allSatisfy { $0.outcome == nil })
        let again = try await folder.journal()
        try await again.append(&batch)
        #expect(batch.prefix(3).map(\.outcome) == [1, 2, 3].map { .accepted(sequence: $0) })
    }

    @Test("the hash chain does not depend on the batches", arguments: [1, 7, 100])
    func chainWithoutBatches(size: Int) async throws {
        let journal = try await folder.journal()
        let all = arrivals(1...100)
        for start in stride(from: 0, to: all.count, by: size) {
            _ = try await journal.append(Array(all[start..<min(all.count, start + size)]))
        }
        let other = DataFolder()
        _ = try await other.journal().append(all)
        let hash = await (try folder.reader()).verify().hash
        #expect(hash == (await (try other.reader()).verify().hash))
        #expect(hash.count == 32)
    }

    @Test("acknowledged events survive a crash")
    func crash() async throws {
        let journal = try await folder.journal()
        _ = try await journal.append(arrivals(1...50))
        // The files as after kill -9: the journal not closed, the log not checkpointed.
        let crashed = DataFolder()
        for name in ["journal.sqlite", "journal.sqlite-wal"] {
            let bytes = try #require(try WholeFile.read(folder.path + "/" + name, bytesMax: 1 << 30))
            try WholeFile.write([bytes], to: crashed.path + "/" + name)
        }
        let again = try await crashed.journal()
        #expect(try await again.newest() == 50)
        #expect(try await again.append(arrivals(50...51)) == [.duplicate(sequence: 50), .accepted(sequence: 51)])
        #expect(await (try crashed.reader()).verify().isSound)
    }

    @Test("a log truncated anywhere yields a prefix of whole batches")
    func truncatedLog() async throws {
        let journal = try await folder.journal()
        let size = 20
        for batch in 0..<15 { _ = try await journal.append(arrivals(batch * size + 1...(batch + 1) * size)) }
        let database = try #require(try WholeFile.read(folder.database, bytesMax: 1 << 30))
        let log = try #require(try WholeFile.read(folder.database + "-wal", bytesMax: 1 << 30))
        var found: Set<Int> = []
        for cut in stride(from: 0, through: log.count, by: 9_973) {
            let crashed = DataFolder()
            try WholeFile.write([database], to: crashed.database)
            try WholeFile.write([Array(log.prefix(cut))], to: crashed.database + "-wal")
            let again = try await crashed.journal()
            let newest = try await again.newest()
            #expect(newest % size == 0, "part of a batch, with a log of \(cut) bytes")
            #expect(try await again.append([arrival("next")]) == [.accepted(sequence: newest + 1)])
            #expect(await (try crashed.reader()).verify().isSound)
            found.insert(newest)
        }
        #expect(found.contains(0) && found.count > 5, "too few different ends: \(found)")
    }
}
