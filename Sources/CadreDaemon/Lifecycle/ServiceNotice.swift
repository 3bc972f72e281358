import Glibc

/// What a service tells its manager. Source: sd_notify(3).
enum ServiceNotice: Equatable, Sendable {
    /// Started, or done with reloading.
    case ready
    /// Since when, on the monotonic clock, in microseconds: newer managers tell by it which reload is meant.
    case reloading(monotonicMicroseconds: Int)
    case stopping
    /// A line for `systemctl status`.
    case status(String)
    case watchdog
    /// Starting or stopping takes at least this much longer, in microseconds.
    case extendTimeout(microseconds: Int)

    /// As it stands in the datagram.
    var assignments: String {
        switch self {
        case .ready: "READY=1"
        case .reloading(let microseconds): "RELOADING=1\nMONOTONIC_USEC=\(microseconds)"
        case .stopping: "STOPPING=1"
        // A newline would begin another assignment, and text from outside could then say anything.
        case .status(let text): "STATUS=" + text.split(whereSeparator: \.isNewline).joined(separator: " ")
        case .watchdog: "WATCHDOG=1"
        case .extendTimeout(let microseconds): "EXTEND_TIMEOUT_USEC=\(microseconds)"
        }
    }

    static var reloadingNow: ServiceNotice {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return .reloading(monotonicMicroseconds: time.tv_sec * 1_000_000 + time.tv_nsec / 1_000)
    }
}
