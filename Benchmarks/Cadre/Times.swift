/// The times of many events, in milliseconds.
struct Times {
    private var all: [Double] = []

    mutating func add(_ watch: Stopwatch) { all.append(watch.wallSeconds * 1_000) }
    mutating func add(_ duration: Duration) {
        all.append(Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) * 1e-15)
    }

    /// Returns the times of both steps together, event by event.
    func sum(with other: Times) -> Times {
        var sum = Times()
        sum.all = zip(all, other.all).map { $0 + $1 }
        return sum
    }

    private func rank(_ share: Double) -> Double {
        let sorted = all.sorted()
        return sorted.isEmpty ? .nan : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
    }

    var p50: Double { rank(0.5) }
    var p99: Double { rank(0.99) }
    var text: String { "p50 \(tenths(p50)) p99 \(tenths(p99))" }
}
