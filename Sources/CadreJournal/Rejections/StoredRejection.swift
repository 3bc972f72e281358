/// A rejection stored in the journal.
public struct StoredRejection: Equatable, Sendable {
    /// The number in order of arrival: 1, 2, 3 … Numbers are never reused.
    public var number: Int
    /// The rejected payload, with at most the first 64 KiB of its bytes.
    public var rejection: RejectedPayload
    /// The number of bytes received.
    public var bytesTotal: Int
}
