import Glibc

/// The data folder of a daemon, and the paths of its files.
struct JournalFolder: Sendable {
    let path: String

    /// The database of the journal. While it is open, its `-wal` and `-shm` files belong to it.
    var database: String { path + "/journal.sqlite" }
    /// The lock file of the process that writes.
    var lock: String { path + "/journal.lock" }
    var snapshot: String { path + "/snapshot.cadre" }

    /// Creates the folder and its parents if missing. Only their owner has access, because plans are confidential.
    func create() throws(JournalError) {
        var prefix = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            prefix += (prefix.isEmpty || prefix.hasSuffix("/") ? "" : "/") + part
            guard mkdir(prefix, 0o700) != 0, errno != EEXIST else { continue }
            let code = errno
            var status = stat()
            // A read-only or foreign parent folder yields EROFS or EACCES even if this folder exists.
            guard stat(prefix, &status) != 0 else { continue }
            throw JournalError(errno: code, path: prefix, doing: "the folder cannot be created")
        }
    }
}
