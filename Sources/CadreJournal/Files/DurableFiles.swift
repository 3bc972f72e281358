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
