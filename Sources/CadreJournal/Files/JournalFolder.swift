import Glibc

/// The data folder of a daemon, and the names of what lies in it.
struct JournalFolder: Sendable {
    let path: String

    /// The journal itself; its `-wal` and `-shm` belong to it while it is open.
    var database: String { path + "/journal.sqlite" }
    /// Held by the one process that writes.
    var lock: String { path + "/journal.lock" }
    var snapshot: String { path + "/snapshot.cadre" }

    /// Makes the folder, and those above it, where they are not there: for their owner alone, since plans are no
    /// reading for everybody.
    func create() throws(JournalError) {
        var prefix = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            prefix += (prefix.isEmpty || prefix.hasSuffix("/") ? "" : "/") + part
            guard mkdir(prefix, 0o700) != 0, errno != EEXIST else { continue }
            let code = errno
            var status = stat()
            // A file system that is read-only, or a folder of others', says so before it says that this one is there.
            guard stat(prefix, &status) != 0 else { continue }
            throw JournalError(errno: code, path: prefix, doing: "the folder cannot be made")
        }
    }
}

/// Makes a file at `path` that only its owner can read, or takes the rights of others from the one that is there.
func restrictToOwner(_ path: String) throws(JournalError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw JournalError(errno: errno, path: path, doing: "cannot be opened for writing") }
    defer { close(descriptor) }
    var status = stat()
    // A file of another owner, which this process may write all the same, stays as it is.
    guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(), status.st_mode & 0o077 != 0 else { return }
    guard fchmod(descriptor, 0o600) == 0 else {
        throw JournalError(errno: errno, path: path, doing: "cannot be restricted to its owner")
    }
}

/// Whether something is at `path`, whatever it is.
func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
}

/// Renames a file for good: it has its new name also after a loss of power.
func renameDurably(_ old: String, to new: String) throws(JournalError) {
    guard rename(old, new) == 0 else {
        throw JournalError(errno: errno, path: new, doing: "cannot be put in its place")
    }
    try syncFolder(of: new)
}

/// Brings the entry of `path` in its folder to the disk.
func syncFolder(of path: String) throws(JournalError) {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw JournalError(errno: errno, path: folder, doing: "the folder cannot be opened") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
        throw JournalError(errno: errno, path: folder, doing: "the folder cannot be written")
    }
}
