import CZeroMQ

/// The operations that a socket is ready for.
public struct Readiness: OptionSet, Hashable, Sendable {
    public let rawValue: Int16
    public init(rawValue: Int16) { self.rawValue = rawValue }
    /// A message can be received without blocking.
    public static let readable = Readiness(rawValue: Int16(ZMQ_POLLIN))
    /// A message can be sent without blocking.
    public static let writable = Readiness(rawValue: Int16(ZMQ_POLLOUT))
}
