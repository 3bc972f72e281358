/// The progress of long work, in one overwritten line of standard error; nothing unless that is a terminal.
struct ProgressLine {
    private let isShown = Console.errorIsTerminal
    private var last: ContinuousClock.Instant?
    /// The interval: short enough for visible progress, long enough for negligible cost.
    private static let interval: Duration = .milliseconds(100)

    mutating func show(_ text: @autoclosure () -> String) {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let last, now - last < Self.interval { return }
        last = now
        Console.writeError("\r\u{1B}[K" + String(text().prefix(max(1, Console.errorWidth - 1))))
    }

    /// Clears the line, so that the next output begins on an empty line.
    mutating func clear() {
        guard isShown, last != nil else { return }
        last = nil
        Console.writeError("\r\u{1B}[K")
    }
}
