import Synchronization

/// Decides which missions keep their plans as the start of the next ones: those planned last, as far as memory permits.
/// The others plan from scratch at their next event, with the same figures.
final class PlanCache<Mission: AnyObject & Sendable>: Sendable {
    private struct Entry {
        weak var mission: Mission?
        let weight: Int
    }

    private let weightMax: Int
    /// The newest is the last.
    private let entries = Mutex<[Entry]>([])

    /// Creates an empty cache.
    /// - Parameter weightMax: The maximum weight of all plans together; a single one may exceed it.
    init(weightMax: Int) {
        self.weightMax = weightMax
    }

    /// Inserts a mission's newest plan.
    /// - Returns: The missions that must evict their plans.
    func insert(_ mission: Mission, weight: Int) -> [Mission] {
        entries.withLock { entries in
            entries.removeAll { $0.mission === mission || $0.mission == nil }
            entries.append(Entry(mission: mission, weight: weight))
            var total = entries.reduce(0) { $0 + $1.weight }
            var evicted: [Mission] = []
            while total > weightMax, entries.count > 1 {
                let oldest = entries.removeFirst()
                total -= oldest.weight
                if let mission = oldest.mission { evicted.append(mission) }
            }
            return evicted
        }
    }
}
