import GRDB
import Glibc
import Testing

@testable import CadreJournal

extension Journal {
    /// Limits the database's size, a portable substitute for a full disk: SQLite refuses to extend the file.
    func limit(pages: Int) throws {
        try transaction { db, _ in try db.execute(sql: "PRAGMA max_page_count = \(pages)") }
    }
}

@Suite struct FailureTests {
    let folder = DataFolder()

    @Test("a batch that does not fit is rolled back, and the next one succeeds")
    func batchTooLarge() async throws {
        let journal = try await folder.journal()
        _ = try await journal.append(arrivals(1...10))
        try await journal.limit(pages: 20)
        let large = (11...400).map { arrival("e\($0)", bytes: [UInt8](repeating: 0, count: 1_000)) }
        let error = await #expect(throws: JournalError.self) {
            try await journal.append(large + [rejection("lost with it")])
        }
        #expect(error?.cause == .diskFull)
        #expect(error?.path == folder.database)
        let reader = try await folder.reader()
        #expect(try await reader.newest() == 10)
        #expect(try await reader.counts().rejectionsByReason == [:])
        #expect(try await reader.entry(source: "urn:test", id: "e11") == nil)

        try await journal.limit(pages: 1_000_000)
        #expect(try await journal.append(large).last == .accepted(sequence: 400))
        #expect(await reader.verify().isSound)
    }

    @Test("a second writer is refused with the process id of the first")
    func secondWriter() async throws {
        let journal = try await folder.journal()
        let error = await #expect(throws: JournalError.self) { try await folder.journal() }
        #expect(error?.cause == .locked(process: Int(getpid())))
        try await journal.close()
        let next = try await folder.journal()
        #expect(try await next.newest() == 0)
    }

    @Test("an append to a closed journal fails with closed")
    func closed() async throws {
        let journal = try await folder.journal()
        try await journal.close()
        try await journal.close()
        let error = await #expect(throws: JournalError.self) { try await journal.append(arrivals(1...1)) }
        #expect(error?.cause == .closed)
    }

    @Test("a journal of a later version is refused and not changed")
    func laterVersion() async throws {
        try await folder.journal().close()
        try tamper(folder) { db in try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')") }
        let before = try WholeFile.read(folder.database, bytesMax: 1 << 30)
        let writing = await #expect(throws: JournalError.self) { try await folder.journal() }
        #expect(writing?.cause == .newerVersion)
        let reading = await #expect(throws: JournalError.self) { try await folder.reader() }
        #expect(reading?.cause == .newerVersion)
        #expect(try WholeFile.read(folder.database, bytesMax: 1 << 30) == before)
    }

    @Test("a file that is not a journal is refused and not changed")
    func notAJournal() async throws {
        try tamper(folder) { db in try db.execute(sql: "CREATE TABLE recipes (name TEXT)") }
        let database = await #expect(throws: JournalError.self) { try await folder.journal() }
        #expect(database?.cause == .notAJournal)

        let other = DataFolder()
        let text = Array(String(repeating: "dear diary, ", count: 1_000).utf8)
        try WholeFile.write([text], to: other.database)
        let diary = await #expect(throws: JournalError.self) { try await other.journal() }
        #expect(diary?.cause == .notAJournal)
        #expect(try WholeFile.read(other.database, bytesMax: 1 << 30) == text)
    }

    @Test("reading does not create a journal")
    func readingCreatesNothing() async throws {
        let error = await #expect(throws: JournalError.self) { try await folder.reader() }
        #expect(error?.cause == .missing)
        #expect(folder.names == [])
    }

    @Test("a data folder is created with its parents, for its owner only")
    func createFolders() async throws {
        let deep = folder.path + "/a/b"
        try await Journal.open(folder: deep).close()
        var status = stat()
        #expect(stat(deep, &status) == 0 && status.st_mode & 0o777 == 0o700)
        for name in ["journal.sqlite", "journal.lock"] { unlink(deep + "/" + name) }
        rmdir(deep)
        rmdir(folder.path + "/a")
    }
}

/// Changes a journal's database directly, as only an attacker or an accident does.
func tamper(_ folder: DataFolder, _ change: (Database) throws -> Void) throws {
    let queue = try DatabaseQueue(path: folder.database)
    try queue.writeWithoutTransaction(change)
    try queue.close()
}
