import Testing

@testable import CadreJournal

@Suite struct CopyTests {
    let folder = DataFolder()
    let backups = DataFolder()

    private var copy: String { backups.path + "/copy.sqlite" }

    @Test("a copy made while the journal grows is sound")
    func copyWhileWriting() async throws {
        let journal = try await folder.journal()
        _ = try await journal.append(arrivals(1...2_000) + [rejection("kept too")])
        let reader = try await folder.reader()
        async let writing: Void = {
            for batch in 20..<60 { _ = try await journal.append(arrivals(batch * 100 + 1...(batch + 1) * 100)) }
        }()
        let newest = try await reader.backUp(to: copy)
        try await writing

        let backup = try await JournalReader.open(file: copy)
        #expect(newest >= 2_000)
        #expect(newest % 100 == 0, "part of a batch was copied")
        #expect(try await backup.newest() == newest)
        #expect(await backup.verify().isSound)
        #expect(try await backup.rejections(limit: 9).map(\.rejection.detail) == ["kept too"])
        try await backup.close()
        #expect(backups.names == ["copy.sqlite"])
    }

    @Test("a copy does not replace an existing file")
    func copyReplacesNothing() async throws {
        _ = try await folder.journal().append(arrivals(1...2))
        try WholeFile.write([[1, 2, 3]], to: copy)
        let reader = try await folder.reader()
        let error = await #expect(throws: JournalError.self) { try await reader.backUp(to: copy) }
        #expect(error?.cause == .exists)
        #expect(try WholeFile.read(copy, bytesMax: 100) == [1, 2, 3])
    }

    @Test("a restored journal continues at the end of its copy")
    func restore() async throws {
        _ = try await folder.journal().append(arrivals(1...10))
        try await folder.reader().backUp(to: copy)
        let target = DataFolder()
        let backup = try await JournalReader.open(file: copy)
        #expect(try await backup.restore(into: target.path).events == 10)
        let journal = try await target.journal()
        #expect(try await journal.append(arrivals(10...11)) == [.duplicate(sequence: 10), .accepted(sequence: 11)])
        #expect(await (try target.reader()).verify().isSound)
    }

    @Test("a journal with events is replaced only if permitted, and is renamed")
    func replace() async throws {
        _ = try await folder.journal().append(arrivals(1...10))
        try await folder.reader().backUp(to: copy)
        let backup = try await JournalReader.open(file: copy)

        let target = DataFolder()
        let old = try await target.journal()
        _ = try await old.append([arrival("old")])
        let running = await #expect(throws: JournalError.self) {
            try await backup.restore(into: target.path, replacing: true)
        }
        guard case .locked = running?.cause else {
            Issue.record("restored under a writer: \(running.map { "\($0)" } ?? "no error")")
            return
        }
        try await old.close()
        let refused = await #expect(throws: JournalError.self) { try await backup.restore(into: target.path) }
        #expect(refused?.cause == .exists)
        #expect(try await target.reader().newest() == 1)

        try await backup.restore(into: target.path, replacing: true)
        #expect(try await target.reader().newest() == 10)
        let replaced = try await JournalReader.open(file: target.path + "/journal.replaced-1.sqlite")
        #expect(try await replaced.entry(1)?.id == "old")
        #expect(await replaced.verify().isSound)
    }

    @Test("an empty journal is replaced without permission")
    func replaceEmpty() async throws {
        _ = try await folder.journal().append(arrivals(1...10))
        try await folder.reader().backUp(to: copy)
        let target = DataFolder()
        try await target.journal().close()
        let backup = try await JournalReader.open(file: copy)
        try await backup.restore(into: target.path)
        #expect(try await target.reader().newest() == 10)
    }

    @Test("a damaged copy is not restored")
    func damagedCopy() async throws {
        _ = try await folder.journal().append(arrivals(1...10))
        try await folder.reader().backUp(to: backups.database)
        try tamper(backups) { db in try db.execute(sql: "UPDATE events SET bytes = x'00' WHERE sequence = 6") }
        let target = DataFolder()
        let backup = try await JournalReader.open(file: backups.database)
        let error = await #expect(throws: JournalError.self) { try await backup.restore(into: target.path) }
        #expect(error?.cause == .damaged)
        #expect(error?.detail.contains("event 6") == true)
        #expect(!target.names.contains("journal.sqlite"))
    }
}
