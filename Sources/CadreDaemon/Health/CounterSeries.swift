import Metrics
import Synchronization

/// A number that only grows. Adding is one atomic addition.
final class CounterSeries: CounterHandler, FloatingPointCounterHandler {
    private let whole = Atomic<UInt64>(0)
    /// Bits of a `Double`: what was added in fractions.
    private let fractions = Atomic<UInt64>(0)

    var value: Double {
        Double(whole.load(ordering: .relaxed)) + Double(bitPattern: fractions.load(ordering: .relaxed))
    }

    /// - Parameter amount: Less than 0 is ignored: a counter never falls, or every rate computed from it is wrong.
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

extension Atomic where Value == UInt64 {
    /// Adds to the `Double` that the bits are.
    func add(_ amount: Double) {
        var old = load(ordering: .relaxed)
        while true {
            let new = (Double(bitPattern: old) + amount).bitPattern
            let (exchanged, original) = compareExchange(expected: old, desired: new, ordering: .relaxed)
            if exchanged { return }
            old = original
        }
    }
}
