import Testing

@testable import CadreJournal

@Suite struct ReaderTests {
    let folder = DataFolder()

    @Test("a replay yields every event once and in order")
    func replay() async throws {
        let count = 2 * JournalLimits.replayRows + 5
        _ = try await folder.journal().append(arrivals(1...count))
        let reader = try await folder.reader()
        var sequences: [Int] = []
        var batches = 0
        for try await batch in reader.replay() {
            sequences += batch.map(\.sequence)
            batches += 1
        }
        #expect(sequences == Array(1...count))
        #expect(batches == 3)
        var some: [Int] = []
        for try await batch in reader.replay(after: 10, through: 20) { some += batch.map(\.sequence) }
        #expect(some == Array(11...20))
    }

    @Test("a replay of one mission yields only its events")
    func replayOfMission() async throws {
        let journal = try await folder.journal()
        _ = try await journal.append(arrivals(1...3, source: "s", mission: "a"))
        _ = try await journal.append(arrivals(1...2, source: "t", mission: "b"))
        _ = try await journal.append(arrivals(4...4, source: "s", mission: "a"))
        let reader = try await folder.reader()
        var sequences: [Int] = []
        for try await batch in reader.replay(mission: "a") { sequences += batch.map(\.sequence) }
        #expect(sequences == [1, 2, 3, 6])
        let revisions = try await reader.revisions()
        #expect(revisions.map(\.mission) == ["a", "b"])
        #expect(revisions.map(\.sequence) == [6, 5])
    }

    @Test("events at given sequences are in the requested order, without missing ones")
    func entriesAtSequences() async throws {
        let journal = try await folder.journal()
        _ = try await journal.append(arrivals(1...9))
        let reader = try await folder.reader()
        #expect(try await reader.entries(at: [7, 2, 2, 0, 10, 9]).map(\.sequence) == [7, 2, 2, 9])
        #expect(try await reader.entries(at: [Int]()).isEmpty)
    }

    @Test("an empty journal has no revisions")
    func noRevisions() async throws {
        _ = try await folder.journal()
        let reader = try await folder.reader()
        #expect(try await reader.revisions().isEmpty)
        #expect(try await reader.newest() == 0)
        #expect(try await reader.entry(1) == nil)
    }

    @Test("a reader concurrent with a writer sees whole batches only")
    func concurrentWriter() async throws {
        let journal = try await folder.journal()
        let reader = try await folder.reader()
        let batches = 60, size = 50
        async let writing: Void = {
            for batch in 0..<batches {
                _ = try await journal.append(arrivals(batch * size + 1...(batch + 1) * size))
            }
        }()
        var seen = 0
        while seen < batches * size {
            for entry in try await reader.entries(after: seen, rows: 1_000) {
                #expect(entry.sequence == seen + 1)
                #expect(entry.id == "e\(seen + 1)")
                seen = entry.sequence
            }
            #expect(seen % size == 0, "part of a batch was read")
        }
        try await writing
        #expect(await reader.verify().isSound)
    }

    @Test("a read with a closed reader fails with closed")
    func closed() async throws {
        _ = try await folder.journal()
        let reader = try await folder.reader()
        try await reader.close()
        let error = await #expect(throws: JournalError.self) { try await reader.newest() }
        #expect(error?.cause == .closed)
    }
}
