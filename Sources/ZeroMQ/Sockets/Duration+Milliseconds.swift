extension Duration {
    /// The duration in milliseconds, from 0 to `ZeroMQLimits.pollMsMax`. Rounded up, so that a shortened wait never
    /// becomes a busy loop.
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds < Int64(ZeroMQLimits.pollMsMax / 1000) else { return ZeroMQLimits.pollMsMax }
        guard self > .zero else { return 0 }
        return Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
