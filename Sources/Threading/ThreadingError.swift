import Glibc

/// An error: the system gives no more threads, descriptors or memory.
public struct ThreadingError: Error, Equatable, CustomStringConvertible {
    /// The action that failed, such as "start a thread".
    public let action: String
    /// The system's error number.
    public let errno: Int32

    public init(_ action: String, errno: Int32) {
        self.action = action
        self.errno = errno
    }

    public var description: String {
        "cannot \(action): \(String(cString: strerror(errno))); raise the limits of the process (`ulimit -n -u`)"
    }
}
