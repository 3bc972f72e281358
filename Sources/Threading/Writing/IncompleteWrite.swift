/// An error: not all bytes could be written.
public struct IncompleteWrite: Error, Equatable {
    /// The number of bytes written before the error.
    public let bytesWritten: Int
    /// The system's error number; `EAGAIN` if the caller ended the writing.
    public let errno: Int32
}
