import Metrics
import Synchronization

/// How a duration is distributed: counts of what took at most so many seconds. What a timer and a recorder write to.
final class HistogramSeries: TimerHandler, RecorderHandler {
    struct Reading: Equatable {
        /// Not cumulative: of each bucket alone; the last is what exceeds every bound.
        var counts: [UInt64]
        var sum: Double
    }

    /// Upper bounds, rising, in seconds.
    let bounds: [Double]
    /// A lock and not an atomic a bucket: count and sum of one reading belong together. Held for an addition.
    private let reading: Mutex<Reading>

    init(bounds: [Double] = HealthLimits.bucketSeconds) {
        self.bounds = bounds
        reading = Mutex(Reading(counts: Array(repeating: 0, count: bounds.count + 1), sum: 0))
    }

    var value: Reading { reading.withLock { $0 } }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) * 1e-9) }
    func record(_ value: Int64) { record(Double(value)) }

    /// - Parameter value: Seconds. What is no number is left out: it would spoil the sum for ever.
    func record(_ value: Double) {
        guard value.isFinite else { return }
        let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
        reading.withLock {
            $0.counts[bucket] += 1
            $0.sum += value
        }
    }
}
