extension Duration {
    /// The duration for `poll`: whole milliseconds, at least 0 and at most some 12 days.
    ///
    /// Rounded up: if rounded down, a loop would not wait for the last millisecond, but spin.
    var millisecondsRoundedUp: Int32 {
        let (seconds, attoseconds) = Swift.max(.zero, self).components
        let milliseconds = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(clamping: Swift.min(seconds, 1_000_000) * 1_000 + milliseconds)
    }
}
