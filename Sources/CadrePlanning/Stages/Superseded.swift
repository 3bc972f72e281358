/// An error: newer state superseded the computation. Everything involved can be used again at once.
public struct Superseded: Error, Equatable, Sendable {}
