import CadrePlanning
import Glibc

/// This machine's clock, as the contract writes times.
enum WallTime {
    /// Now, to the millisecond.
    static var instant: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let milliseconds = String(time.tv_nsec / 1_000_000)
        let fraction = String(repeating: "0", count: 3 - milliseconds.count) + milliseconds
        return Instant(seconds: time.tv_sec, fraction: fraction)
    }

    /// Now, RFC 3339 in UTC, to the millisecond.
    static var now: String { instant.text }
}
