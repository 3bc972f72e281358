import Synchronization
import Threading

/// Writes whole lines to a descriptor, and drops them if the reader is slow.
///
/// A line of up to ``RuntimeLimits/writeBytesMax`` bytes is one write(2), so that lines of several processes on one pipe
/// do not mix. A failure is reported nowhere but in ``dropped``.
final class LineWriter: Sendable {
    private struct State {
        /// Whether the reader is slow: lines are dropped without waiting until there is room.
        var isBehind = false
        /// Whether the end of the previous line is missing.
        var isInsideLine = false
    }

    private let output: OutputDescriptor
    /// Held while writing: one line at a time.
    private let state = Mutex(State())
    private let droppedCount = Atomic<Int>(0)

    /// Creates a writer.
    /// Creates a writer.
    /// - Parameter descriptor: A descriptor that the caller keeps open. It need not be non-blocking.
    init(descriptor: Int32) {
        output = OutputDescriptor(descriptor)
    }

    /// The number of lines lost, in whole or in part, since the start.
    var dropped: Int { droppedCount.load(ordering: .relaxed) }

    /// Writes a line.
    /// - Parameter line: The line with its newline.
    func write(_ line: String) {
        var line = line
        let isWritten = state.withLock { state in
            // A line that was cut off would otherwise run into this one.
            if state.isInsideLine { line = "\n" + line }
            return line.withUTF8 { write(UnsafeRawBufferPointer($0), &state) }
        }
        if !isWritten { droppedCount.add(1, ordering: .relaxed) }
    }

    private func write(_ bytes: UnsafeRawBufferPointer, _ state: inout State) -> Bool {
        do throws(IncompleteWrite) {
            try output.writeAll(bytes, bytesPerCallMax: RuntimeLimits.writeBytesMax) { hasRoom(&state) }
            state.isInsideLine = false
            return true
        } catch {
            if error.bytesWritten > 0 { state.isInsideLine = true }
            return false
        }
    }

    private func hasRoom(_ state: inout State) -> Bool {
        let hasRoom = output.waitForRoom(milliseconds: state.isBehind ? 0 : RuntimeLimits.waitMsMax)
        state.isBehind = !hasRoom
        return hasRoom
    }
}
