/// So many a second, and the count of what was more. Time comes in: it decides without a clock. Source: CONTRACT § 2.
struct NoticeAllowance: Sendable {
    let perSecond: Int
    private var second: Int?
    private var given = 0

    init(perSecond: Int) {
        self.perSecond = perSecond
    }

    /// Whether one more may go out in this second of the clock.
    mutating func take(at second: Int) -> Bool {
        if self.second != second {
            self.second = second
            given = 0
        }
        guard given < perSecond else { return false }
        given += 1
        return true
    }
}
