/// The number of events that are due at a rate per second. Performs no I/O.
///
/// A delayed publisher catches up at most one second: otherwise it would send a burst that exceeds every reader's
/// queue.
public struct Pace: Sendable {
    private let perSecond: Double
    private var due: Double
    private var lastSeconds: Double = 0

    /// Creates a pace at which one event is due at once.
    /// - Parameter perSecond: The number of events per second, more than 0.
    public init(perSecond: Double) {
        precondition(perSecond > 0)
        self.perSecond = perSecond
        due = 1
    }

    /// Returns the number of events that are due, and counts them as sent.
    /// - Parameters:
    ///   - seconds: The time since the beginning.
    ///   - max: The largest number to return.
    public mutating func take(at seconds: Double, max: Int) -> Int {
        due = min(due + (seconds - lastSeconds) * perSecond, Swift.max(1, perSecond))
        lastSeconds = seconds
        let count = min(Int(due), max)
        due -= Double(count)
        return count
    }

    /// The number of seconds until the next event is due.
    public var waitSeconds: Double { max(0, (1 - due) / perSecond) }
}
