import Glibc

/// Lets a thread sleep until another one wakes it: a pipe, because its two ends are plain numbers that any thread may
/// use.
final class WakeUpPipe: Sendable {
    private let readEnd: Int32
    private let writeEnd: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        // Out of file descriptors is the one way to fail, and nothing of a journal works without them.
        precondition(pipe(&ends) == 0, "no pipe for a thread: \(String(cString: strerror(errno)))")
        (readEnd, writeEnd) = (ends[0], ends[1])
        _ = fcntl(readEnd, F_SETFD, FD_CLOEXEC)
        _ = fcntl(writeEnd, F_SETFD, FD_CLOEXEC)
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    /// Wakes the sleeper, or spares it its next sleep.
    func signal() {
        var byte: UInt8 = 1
        while write(writeEnd, &byte, 1) < 0, errno == EINTR {}
    }

    /// Sleeps until there was a signal, and takes it.
    func wait() {
        var byte: UInt8 = 0
        while read(readEnd, &byte, 1) < 0, errno == EINTR {}
    }
}
