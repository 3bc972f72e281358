import Metrics
import Synchronization

/// The distribution of durations: counts per upper bound in seconds. Timers and recorders write to it.
final class HistogramSeries: TimerHandler, RecorderHandler {
    struct Reading: Equatable {
        /// The count of each bucket, not cumulative; the last bucket exceeds every bound.
        var counts: [UInt64]
        var sum: Double
    }

    /// Upper bounds, rising, in seconds.
    let bounds: [Double]
    /// A lock and not an atomic a bucket: count and sum of one reading belong together. Held for an addition.
    private let reading: Mutex<Reading>

    init(bounds: [Double] = RuntimeLimits.bucketSeconds) {
        self.bounds = bounds
        reading = Mutex(Reading(counts: Array(repeating: 0, count: bounds.count + 1), sum: 0))
    }

    var value: Reading { reading.withLock { $0 } }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) * 1e-9) }
    func record(_ value: Int64) { record(Double(value)) }

    /// Adds a duration.
    /// Adds a duration.
    /// - Parameter value: Seconds. A value that is not finite is ignored: it would spoil the sum permanently.
    func record(_ value: Double) {
        guard value.isFinite else { return }
        let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
        reading.withLock {
            $0.counts[bucket] += 1
            $0.sum += value
        }
    }
}
