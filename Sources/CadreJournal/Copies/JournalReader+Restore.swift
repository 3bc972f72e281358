import Glibc

extension JournalReader {
    /// Puts a copy of this journal, a backup opened by its file, into a data folder where no daemon runs.
    ///
    /// It is verified first. A journal that it replaces is not thrown away: it is set aside as `journal.replaced-N.sqlite`.
    /// - Parameters:
    ///   - folder: Path of the data folder; made where it is not there.
    ///   - replacing: Whether a journal there that has events may be replaced.
    /// - Returns: What verification found: a sound journal.
    /// - Throws: `damaged` where this journal is not sound, `exists` where one would be replaced, `locked` under a daemon.
    @discardableResult
    public func restore(into folder: String, replacing: Bool = false) async throws(JournalError) -> Verification {
        let target = JournalFolder(path: folder)
        try target.create()
        let lock = try WriterLock(target.lock)
        defer { withExtendedLifetime(lock) {} }
        if !replacing, exists(target.database) { try await refuseUnlessEmpty(folder, target) }
        let verification = verify()
        if let damage = verification.firstDamage {
            throw JournalError(
                .damaged, path: database, detail: "event \(damage.sequence): \(damage.kind): \(damage.detail)")
        }
        if let report = verification.database.first { throw JournalError(.damaged, path: database, detail: report) }
        let draft = target.database + ".new"
        _ = try copy(to: draft)
        if exists(target.database) { try setAside(target) }
        try renameDurably(draft, to: target.database)
        return verification
    }

    private func refuseUnlessEmpty(_ folder: String, _ target: JournalFolder) async throws(JournalError) {
        let there = try await JournalReader.open(folder: folder)
        let newest = try await there.newest()
        try await there.close()
        guard newest == 0 else {
            throw JournalError(.exists, path: target.database, detail: "there is a journal of \(newest) events")
        }
    }

    /// Gives the journal a second name, and moves what belongs to it alone: the next renaming takes its first name.
    private func setAside(_ target: JournalFolder) throws(JournalError) {
        var number = 1
        var aside: String { "\(target.path)/journal.replaced-\(number).sqlite" }
        while exists(aside) { number += 1 }
        guard link(target.database, aside) == 0 else {
            throw JournalError(errno: errno, path: aside, doing: "the old journal cannot be set aside")
        }
        try restrictToOwner(aside)
        for suffix in ["-wal", "-shm"] where exists(target.database + suffix) {
            try renameDurably(target.database + suffix, to: aside + suffix)
            try restrictToOwner(aside + suffix)
        }
    }
}
