import Glibc

/// A lock that prevents a second process from writing the same journal.
///
/// It is a kernel lock on a file in the data folder, and is released however its holder ends. The file remains and
/// contains the process id of the last holder.
final class WriterLock: Sendable {
    private let descriptor: Int32

    init(_ path: String) throws(JournalError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw JournalError(errno: errno, path: path, doing: "the lock file cannot be opened for writing")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let holder = Self.holder(descriptor)
            close(descriptor)
            guard code == EWOULDBLOCK else {
                throw JournalError(errno: code, path: path, doing: "the journal cannot be locked")
            }
            throw JournalError(
                .locked(process: holder), path: path,
                detail: "the journal is open for writing in \(holder.map { "process \($0)" } ?? "another process")")
        }
        self.descriptor = descriptor
        // The process id only improves the error of a second process: a full disk must not prevent the start.
        let text = Array("\(getpid())\n".utf8)
        if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, text, text.count, 0) }
    }

    // Closing the file releases the lock.
    deinit { close(descriptor) }

    private static func holder(_ descriptor: Int32) -> Int? {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return Int(String(decoding: bytes.prefix(count).prefix { (48...57).contains($0) }, as: UTF8.self))
    }
}
