import CadrePlanning
import Glibc

extension Instant {
    /// This machine's clock, to the microsecond.
    static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let digits = String(time.tv_nsec / 1_000)
        return Instant(
            seconds: time.tv_sec, fraction: String(repeating: "0", count: max(0, 6 - digits.count)) + digits)
    }
}

extension Duration {
    /// In seconds, for metrics.
    var seconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) + Double(attoseconds) * 1e-18
    }
}
