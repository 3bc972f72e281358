import Glibc

extension JournalReader {
    /// Restores this journal, usually a backup opened by its file, into a data folder that no daemon uses.
    ///
    /// The journal is verified first. A replaced journal is not deleted: it is renamed to `journal.replaced-N.sqlite`.
    /// - Parameters:
    ///   - folder: The path of the data folder, which is created if missing.
    ///   - replacing: Whether an existing journal with events may be replaced.
    /// - Returns: The result of the verification, which found the journal sound.
    /// - Throws: `damaged` if this journal is not sound, `exists` if a journal would be replaced, `locked` if a daemon
    ///   runs.
    @discardableResult
    public func restore(into folder: String, replacing: Bool = false) async throws(JournalError) -> Verification {
        let target = JournalFolder(path: folder)
        try target.create()
        let lock = try WriterLock(target.lock)
        defer { withExtendedLifetime(lock) {} }
        if !replacing, exists(target.database) { try await requireEmptyJournal(folder, target) }
        let verification = verify()
        if let damage = verification.firstDamage {
            throw JournalError(
                .damaged, path: database, detail: "event \(damage.sequence): \(damage.kind): \(damage.detail)")
        }
        if let report = verification.database.first { throw JournalError(.damaged, path: database, detail: report) }
        let draft = target.database + ".new"
        _ = try copy(to: draft)
        if exists(target.database) { try renameOldJournal(target) }
        try renameDurably(draft, to: target.database)
        return verification
    }

    private func requireEmptyJournal(_ folder: String, _ target: JournalFolder) async throws(JournalError) {
        let existing = try await JournalReader.open(folder: folder)
        let newest = try await existing.newest()
        try await existing.close()
        guard newest == 0 else {
            throw JournalError(.exists, path: target.database, detail: "a journal of \(newest) events exists")
        }
    }

    /// Links the existing journal to its new name and renames its log files. The restored journal then takes its old
    /// name.
    private func renameOldJournal(_ target: JournalFolder) throws(JournalError) {
        var number = 1
        var replaced: String { "\(target.path)/journal.replaced-\(number).sqlite" }
        while exists(replaced) { number += 1 }
        guard link(target.database, replaced) == 0 else {
            throw JournalError(errno: errno, path: replaced, doing: "the existing journal cannot be renamed")
        }
        try restrictToOwner(replaced)
        for suffix in ["-wal", "-shm"] where exists(target.database + suffix) {
            try renameDurably(target.database + suffix, to: replaced + suffix)
            try restrictToOwner(replaced + suffix)
        }
    }
}
