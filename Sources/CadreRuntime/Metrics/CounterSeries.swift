import Metrics
import Synchronization

/// A number that only grows. Adding is one atomic addition.
final class CounterSeries: CounterHandler, FloatingPointCounterHandler {
    private let whole = Atomic<UInt64>(0)
    /// The sum of the fractional additions, as the bits of a `Double`.
    private let fractions = Atomic<UInt64>(0)

    var value: Double {
        Double(whole.load(ordering: .relaxed)) + Double(bitPattern: fractions.load(ordering: .relaxed))
    }

    /// Adds an integer.
    /// Adds an integer.
    /// - Parameter amount: The increment. Less than 0 is ignored: rates need a counter that never falls.
    func increment(by amount: Int64) {
        guard amount > 0 else { return }
        whole.wrappingAdd(UInt64(amount), ordering: .relaxed)
    }

    func increment(by amount: Double) {
        guard amount > 0, amount.isFinite else { return }
        fractions.add(amount)
    }

    func reset() {
        whole.store(0, ordering: .relaxed)
        fractions.store(0, ordering: .relaxed)
    }
}
