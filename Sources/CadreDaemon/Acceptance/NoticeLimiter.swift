/// Limits the number of notices per second. The time is an argument. Source: CONTRACT § 2.
struct NoticeLimiter: Sendable {
    let perSecond: Int
    private var second: Int?
    private var count = 0

    init(perSecond: Int) {
        self.perSecond = perSecond
    }

    /// Returns whether one more notice may be published in this second of the clock, and counts it.
    mutating func acquire(at second: Int) -> Bool {
        if self.second != second {
            self.second = second
            count = 0
        }
        guard count < perSecond else { return false }
        count += 1
        return true
    }
}
