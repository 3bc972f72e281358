import Glibc

/// An open descriptor to write to. Its owner closes it.
public struct OutputDescriptor: Sendable {
    public let number: Int32

    public init(_ number: Int32) {
        self.number = number
    }

    /// Writes all bytes, in as many calls of write(2) as it takes. Blocks the calling thread.
    /// - Parameters:
    ///   - bytesPerCallMax: The maximum number of bytes per call, at least 1.
    ///   - mayWrite: Called before each call; `false` ends the writing. It waits for room in a non-blocking descriptor.
    /// - Throws: ``IncompleteWrite``, with the number of bytes written before.
    public func writeAll(
        _ bytes: UnsafeRawBufferPointer, bytesPerCallMax: Int = .max, while mayWrite: () -> Bool
    ) throws(IncompleteWrite) {
        var bytesWritten = 0
        while bytesWritten < bytes.count {
            guard mayWrite() else { throw IncompleteWrite(bytesWritten: bytesWritten, errno: EAGAIN) }
            let rest = UnsafeRawBufferPointer(rebasing: bytes[bytesWritten...].prefix(bytesPerCallMax))
            let result = write(number, rest.baseAddress, rest.count)
            if result > 0 {
                bytesWritten += result
                continue
            }
            let error = result < 0 ? errno : EIO
            guard error == EINTR || error == EAGAIN else {
                throw IncompleteWrite(bytesWritten: bytesWritten, errno: error)
            }
        }
    }

    /// Writes all bytes, and waits for room as long as it takes. Blocks the calling thread.
    /// - Throws: ``IncompleteWrite``, with the number of bytes written before.
    public func writeAll(_ bytes: [UInt8]) throws(IncompleteWrite) {
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(IncompleteWrite) in
                // `poll` would wait indefinitely for a negative descriptor; writing to it reports the error.
                try writeAll(buffer) { number < 0 || waitForRoom(milliseconds: -1) }
            }
        }
        try result.get()
    }

    /// Waits until the descriptor takes bytes, or reports an error when they are written.
    /// - Parameter milliseconds: The longest wait; -1 for none.
    /// - Returns: Whether it takes bytes or failed; `false` if the time is over.
    @discardableResult
    public func waitForRoom(milliseconds: Int32) -> Bool {
        var polled = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
        var result: Int32
        repeat { result = poll(&polled, 1, milliseconds) } while result < 0 && errno == EINTR
        return result > 0
    }
}
