import Glibc
import Synchronization

/// Writes whole lines to a descriptor, and drops them rather than wait for long.
///
/// A line of up to ``LogLimits/writeBytesMax`` bytes is one write(2), so that lines of several processes on one pipe do
/// not mix. Nobody learns of a failure: there is nowhere to tell it, but for ``dropped``.
final class LineWriter: Sendable {
    private struct State {
        /// The reader did not keep up: lines are dropped without waiting until there is room.
        var isBehind = false
        /// The end of the line before is missing.
        var isInsideLine = false
    }

    private let descriptor: Int32
    /// Held while writing: one line at a time.
    private let state = Mutex(State())
    private let droppedCount = Atomic<Int>(0)

    /// - Parameter descriptor: Stays the caller's, who keeps it open. It need not be non-blocking.
    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Lines lost, wholly or in part, since the start.
    var dropped: Int { droppedCount.load(ordering: .relaxed) }

    /// - Parameter line: Ends with a newline.
    func write(_ line: String) {
        var line = line
        let isWritten = state.withLock { state in
            // What was cut off would otherwise run into this line.
            if state.isInsideLine { line = "\n" + line }
            return line.withUTF8 { write(UnsafeRawBufferPointer($0), &state) }
        }
        if !isWritten { droppedCount.add(1, ordering: .relaxed) }
    }

    private func write(_ bytes: UnsafeRawBufferPointer, _ state: inout State) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            guard hasRoom(&state) else { return false }
            let chunk = UnsafeRawBufferPointer(rebasing: rest.prefix(LogLimits.writeBytesMax))
            let written = Glibc.write(descriptor, chunk.baseAddress, chunk.count)
            if written > 0 {
                rest = rest.dropFirst(written)
                state.isInsideLine = !rest.isEmpty
            } else if written < 0, errno != EINTR, errno != EAGAIN {
                return false  // EPIPE and the like: nobody reads any more
            }
        }
        return true
    }

    private func hasRoom(_ state: inout State) -> Bool {
        var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        var result: Int32
        repeat {
            result = poll(&polled, 1, state.isBehind ? 0 : LogLimits.waitMsMax)
        } while result < 0 && errno == EINTR
        state.isBehind = result == 0
        return result > 0
    }
}
