/// A notice of a service to its manager. Source: sd_notify(3).
enum ServiceNotice: Equatable, Sendable {
    /// The start or a reload is complete.
    case ready
    /// A reload began at this time of the monotonic clock: newer managers identify the reload by it.
    case reloading(monotonicMicroseconds: Int)
    case stopping
    /// A line for `systemctl status`.
    case status(String)
    case watchdog
    /// The start or the end takes at least this much longer.
    case extendTimeout(microseconds: Int)

    /// The text in the datagram.
    var assignments: String {
        switch self {
        case .ready: "READY=1"
        case .reloading(let microseconds): "RELOADING=1\nMONOTONIC_USEC=\(microseconds)"
        case .stopping: "STOPPING=1"
        // A newline would begin another assignment, which text from outside could then forge.
        case .status(let text): "STATUS=" + text.split(whereSeparator: \.isNewline).joined(separator: " ")
        case .watchdog: "WATCHDOG=1"
        case .extendTimeout(let microseconds): "EXTEND_TIMEOUT_USEC=\(microseconds)"
        }
    }

    static var reloadingNow: ServiceNotice {
        // CLOCK_MONOTONIC, as the manager expects.
        let (seconds, attoseconds) = SuspendingClock().systemEpoch.duration(to: .now).components
        return .reloading(monotonicMicroseconds: Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000))
    }
}
