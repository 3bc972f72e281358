import Glibc

/// A pipe for the numbers of signals: writing and reading never wait, and other programs do not inherit it.
struct SignalPipe {
    let readEnd: Int32
    let writeEnd: Int32

    /// Makes the pipe, or returns `nil` if no descriptors are free.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0, let readEnd = ends.first, let writeEnd = ends.last else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        self.readEnd = readEnd
        self.writeEnd = writeEnd
    }
}
