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
        // The data counts as equal if the first byte is equal.
        let journal = try await folder.journal(sameData: { stored, arrived in stored.first == arrived.first })
        let outcomes = try await journal.append([
            arrival("a", bytes: [1, 1]), arrival("a", bytes: [1, 2]), arrival("a", bytes: [2, 1]),
        ])
        #expect(outcomes[0] == .accepted(sequence: 1))
        #expect(outcomes[1] == .duplicate(sequence: 1))
        guard case .conflict(sequence: 1, let detail) = outcomes[2] else {
            Issue.record("no conflict: \(outcomes[2])")
            return
        }
        let reader = try await folder.reader()
        #expect(try await reader.newest() == 1)
        #expect(try await reader.counts().rejectionsByReason == ["conflict": 1])
        let kept = try #require(try await reader.rejections(limit: 10).first)
        #expect(kept.rejection.reason == "conflict" && kept.rejection.detail == detail)
        #expect(kept.rejection.bytes == [2, 1] && kept.rejection.id == "a" && kept.rejection.mission == "m")
    }

    @Test("the data of equal bytes is not compared")
    func equalBytes() async throws {
        let journal = try await folder.journal(sameData: { _, _ in
            Issue.record("compared equal bytes")
            return false
        })
        #expect(try await journal.append([arrival("a"), arrival("a")]).last == .duplicate(sequence: 1))
    }

    @Test("a duplicate takes precedence over a limit, and an event over a limit does not use up its id")
    func overLimit() async throws {
        let journal = try await folder.journal()
        let outcomes = try await journal.append([
            arrival("a"), arrival("a", overLimit: "full"), arrival("a", overLimit: "full", bytes: [9]),
            arrival("b", overLimit: "full"), arrival("b"),
        ])
        #expect(outcomes[1] == .duplicate(sequence: 1))
        guard case .conflict = outcomes[2] else {
            Issue.record("no conflict: \(outcomes[2])")
            return
        }
        #expect(outcomes[3] == .overLimit(detail: "full"))
        #expect(outcomes[4] == .accepted(sequence: 2))
        #expect(try await folder.reader().counts().rejectionsByReason == ["conflict": 1, "limit": 1])
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
