import GRDB
import Glibc

extension JournalReader {
    /// Writes a consistent copy of the journal, also while a daemon writes: all events committed before the call.
    ///
    /// The copy is one complete file that can be read from a read-only file system.
    /// - Parameter path: The path of the copy, which must not exist.
    /// - Returns: The newest sequence of the copy.
    /// - Throws: An error after which no file exists at `path`; `exists` if there was one.
    @discardableResult
    public func backUp(to path: String) throws(JournalError) -> Int {
        guard !exists(path) else { throw JournalError(.exists, path: path, detail: "the file already exists") }
        let draft = path + ".new"
        let newest = try copy(to: draft)
        try renameDurably(draft, to: path)
        return newest
    }

    /// Copies page by page to a new file at `draft`, and replaces the remains of an interrupted copy.
    func copy(to draft: String) throws(JournalError) -> Int {
        unlink(draft)
        try restrictToOwner(draft)
        do {
            let target = try DatabaseQueue(path: draft)
            let newest = try read { db in
                let newest = try Self.newest(db)
                try target.writeWithoutTransaction { copy in
                    try db.backup(to: copy)
                    // Leaves the write-ahead mode, so that the copy is one complete file.
                    try copy.execute(sql: "PRAGMA journal_mode = DELETE")
                }
                return newest
            }
            try target.close()
            return newest
        } catch {
            unlink(draft)
            throw JournalError(error, path: draft)
        }
    }
}
