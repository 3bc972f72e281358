import GRDB
import Glibc

extension JournalReader {
    /// Writes a consistent copy of the journal, also while a daemon goes on writing: what was committed when it began.
    ///
    /// One file, which needs no other beside it and can be read from where nothing can be written.
    /// - Parameter path: Where the copy goes; nothing may be there.
    /// - Returns: The newest sequence of the copy.
    /// - Throws: Nothing is at `path` then.
    @discardableResult
    public func backUp(to path: String) throws(JournalError) -> Int {
        guard !exists(path) else { throw JournalError(.exists, path: path, detail: "there is a file already") }
        let draft = path + ".new"
        let newest = try copy(to: draft)
        try renameDurably(draft, to: path)
        return newest
    }

    /// Copies page by page to a new file at `draft`, over what a broken copy left there.
    func copy(to draft: String) throws(JournalError) -> Int {
        unlink(draft)
        try restrictToOwner(draft)
        do {
            let target = try DatabaseQueue(path: draft)
            let newest = try read { db in
                let newest = try Self.newest(db)
                try target.writeWithoutTransaction { copy in
                    try db.backup(to: copy)
                    // Out of the mode with a log beside it: one file, whole in itself.
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
