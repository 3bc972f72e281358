/// How many events are due, at so many a second. Decides; does nothing itself.
///
/// A publisher that was held up does not make up for more than a second: it would send a burst that no reader takes.
public struct Pace: Sendable {
    private let perSecond: Double
    private var due: Double
    private var lastSeconds: Double = 0

    /// - Parameter perSecond: Events a second, more than 0.
    public init(perSecond: Double) {
        precondition(perSecond > 0)
        self.perSecond = perSecond
        due = 1
    }

    /// Takes what is due.
    /// - Parameters:
    ///   - seconds: Since the beginning.
    ///   - max: No more at once.
    public mutating func take(at seconds: Double, max: Int) -> Int {
        due = min(due + (seconds - lastSeconds) * perSecond, Swift.max(1, perSecond))
        lastSeconds = seconds
        let count = min(Int(due), max)
        due -= Double(count)
        return count
    }

    /// Seconds until the next one is due.
    public var waitSeconds: Double { max(0, (1 - due) / perSecond) }
}
