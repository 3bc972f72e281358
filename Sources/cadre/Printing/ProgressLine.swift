/// How far long work is, in one line of standard error that is written over; nothing where that is no terminal.
struct ProgressLine {
    private let isShown = Console.errorIsTerminal
    private var last: ContinuousClock.Instant?
    /// Often enough to see it move, seldom enough to cost nothing.
    private static let interval: Duration = .milliseconds(100)

    mutating func show(_ text: @autoclosure () -> String) {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let last, now - last < Self.interval { return }
        last = now
        Console.writeError("\r\u{1B}[K" + String(text().prefix(max(1, Console.errorWidth - 1))))
    }

    /// Removes the line, so that the next output begins on an empty one.
    mutating func clear() {
        guard isShown, last != nil else { return }
        last = nil
        Console.writeError("\r\u{1B}[K")
    }
}
