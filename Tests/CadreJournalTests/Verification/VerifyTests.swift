import GRDB
import Testing

@testable import CadreJournal

@Suite struct VerifyTests {
    let folder = DataFolder()

    /// Creates and closes a journal of events `e1` …, whose bytes can be found in the file, and of some rejections.
    private func make(_ count: Int) async throws {
        let journal = try await folder.journal()
        let batch = (1...count).map { number -> PendingEvent in
            let text = "<payload \(number)>" + String(repeating: ".", count: 300)
            return arrival("e\(number)", name: "cell", bytes: Array(text.utf8))
        }
        _ = try await journal.append(batch + [rejection("one"), rejection("two")])
        try await journal.close()
    }

    private func verify() async throws -> Verification {
        let reader = try await folder.reader()
        let verification = await reader.verify()
        try await reader.close()
        return verification
    }

    @Test("a sound journal passes, and the progress is reported")
    func sound() async throws {
        try await make(10_000)
        let reader = try await folder.reader()
        let (reported, report) = AsyncStream.makeStream(of: Int.self)
        let verification = await reader.verify { sequence, newest in
            #expect(newest == 10_000)
            report.yield(sequence)
        }
        report.finish()
        #expect(verification.isSound)
        #expect(verification.events == 10_000 && verification.newest == 10_000)
        #expect(verification.damagedEvents == 0 && verification.rejectionsKept == 2)
        var progress: [Int] = []
        for await sequence in reported { progress.append(sequence) }
        #expect(progress == [4_096, 8_192])
    }

    @Test("an empty journal is sound")
    func emptyIsSound() async throws {
        try await folder.journal().close()
        let verification = try await verify()
        #expect(verification.isSound && verification.events == 0)
        #expect(verification.hash == [UInt8](repeating: 0, count: 32))
    }

    @Test(
        "a change of any field is detected",
        arguments: [
            "received = received + 1", "received_fraction = '1'", "topic = 'plan.n'", "name = NULL", "name = ''",
            "mission = 'n'", "source = 'urn:tesT'", "id = 'x'", "epoch = ' '", "source_sequence = 1", "time = time - 1",
            "time_fraction = ''", "superseded = 1", "bytes = x'00'", "hash = x'00'",
        ])
    func changedField(change: String) async throws {
        try await make(9)
        try tamper(folder) { db in try db.execute(sql: "UPDATE events SET \(change) WHERE sequence = 5") }
        let verification = try await verify()
        #expect(verification.firstDamage?.sequence == 5)
        #expect(verification.firstDamage?.kind == .hash)
        #expect(verification.events == 9)
        #expect(!verification.isSound)
    }

    @Test("missing events are detected")
    func missingEvent() async throws {
        try await make(9)
        try tamper(folder) { db in try db.execute(sql: "DELETE FROM events WHERE sequence IN (4, 5)") }
        let verification = try await verify()
        #expect(verification.firstDamage == .init(sequence: 4, kind: .hole, detail: "events 4 to 5 are missing"))
        #expect(verification.events == 7 && verification.damagedEvents == 2)
    }

    @Test("swapped events are detected")
    func swappedEvents() async throws {
        try await make(9)
        try tamper(folder) { db in
            try db.execute(
                sql: """
                    UPDATE events SET sequence = 100 WHERE sequence = 2;
                    UPDATE events SET sequence = 2 WHERE sequence = 3;
                    UPDATE events SET sequence = 3 WHERE sequence = 100;
                    """)
        }
        let verification = try await verify()
        #expect(verification.firstDamage?.sequence == 2)
    }

    @Test("a flipped bit in the file is detected")
    func flippedBit() async throws {
        try await make(200)
        try flip(around: "<payload 77>", in: folder.database) { page, offset in page[offset + 20] ^= 1 }
        let verification = try await verify()
        #expect(verification.firstDamage?.sequence == 77)
        #expect(verification.firstDamage?.kind == .hash)
        #expect(verification.damagedEvents == 1 && verification.events == 200)
    }

    @Test("a page that SQLite cannot read is detected")
    func unreadablePage() async throws {
        try await make(2_000)
        try flip(around: "<payload 1000>", in: folder.database) { page, _ in page[0] = 0xFF }
        let verification = try await verify()
        let damage = try #require(verification.firstDamage)
        #expect(damage.kind == .unreadable)
        #expect((970...1_000).contains(damage.sequence))
        #expect(!verification.database.isEmpty)
        // The events before the page can be read, and an append continues after it.
        let reader = try await folder.reader()
        #expect(try await reader.entries(rows: 900).count == 900)
        let error = await #expect(throws: JournalError.self) { try await reader.entries(after: 900, rows: 900) }
        #expect(error?.cause == .damaged)
    }

    @Test("SQLite's own check detects a damaged index")
    func damagedIndex() async throws {
        try await make(200)
        // A page that is a leaf of an index begins with the byte 10.
        try flip(around: "urn:teste123", in: folder.database, onPagesOfType: 10) { page, offset in page[offset + 9] ^= 1
        }
        let verification = try await verify()
        #expect(verification.firstDamage == nil)
        #expect(!verification.database.isEmpty && !verification.isSound)
    }
}

/// Changes the page of a database file that contains `marker`.
private func flip(
    around marker: String, in path: String, onPagesOfType type: UInt8? = nil,
    _ change: (inout ArraySlice<UInt8>, Int) -> Void
) throws {
    var bytes = try #require(try WholeFile.read(path, bytesMax: 1 << 30))
    let marker = Array(marker.utf8)
    for start in stride(from: 0, to: bytes.count, by: JournalLimits.pageBytes) {
        let page = bytes[start..<start + JournalLimits.pageBytes]
        guard type == nil || page[start] == type else { continue }
        guard let offset = page.indices.first(where: { page[$0...].starts(with: marker) }) else { continue }
        var copy = ArraySlice(Array(page))
        change(&copy, offset - start)
        bytes.replaceSubrange(start..<start + JournalLimits.pageBytes, with: copy)
        try WholeFile.write([bytes], to: path)
        return
    }
    Issue.record("the file does not contain the marker")
}
