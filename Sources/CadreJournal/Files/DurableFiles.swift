import Glibc

/// Returns whether a file, folder or anything else exists at `path`.
func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
}

/// Renames a file durably: it keeps its new name after a power failure.
func renameDurably(_ old: String, to new: String) throws(JournalError) {
    guard rename(old, new) == 0 else {
        throw JournalError(errno: errno, path: new, doing: "the new file cannot be renamed to this name")
    }
    try syncFolder(of: new)
}

/// Syncs the folder of `path`, so that the file's directory entry is durable.
func syncFolder(of path: String) throws(JournalError) {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw JournalError(errno: errno, path: folder, doing: "the folder cannot be opened") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
        throw JournalError(errno: errno, path: folder, doing: "the folder cannot be written")
    }
}

/// Creates a file at `path` that only its owner can read, or removes the permissions of others from an existing one.
func restrictToOwner(_ path: String) throws(JournalError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw JournalError(errno: errno, path: path, doing: "cannot be opened for writing") }
    defer { close(descriptor) }
    var status = stat()
    // A file of another owner that this process may write remains unchanged.
    guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(), status.st_mode & 0o077 != 0 else { return }
    guard fchmod(descriptor, 0o600) == 0 else {
        throw JournalError(errno: errno, path: path, doing: "cannot be restricted to its owner")
    }
}
