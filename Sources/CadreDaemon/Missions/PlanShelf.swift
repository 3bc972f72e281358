import Synchronization

/// Which missions keep their plans to make the next ones after: those planned last, as far as memory goes. The others'
/// next plan starts from scratch, and its figures are the same.
final class PlanShelf<Mission: AnyObject & Sendable>: Sendable {
    private struct Kept {
        weak var mission: Mission?
        let weight: Int
    }

    private let weightMax: Int
    /// The one put last at the end.
    private let kept = Mutex<[Kept]>([])

    /// - Parameter weightMax: Of all plans together; one alone may be heavier.
    init(weightMax: Int) {
        self.weightMax = weightMax
    }

    /// Puts a mission's newest plan on the shelf.
    /// - Returns: The missions that are to give up theirs.
    func put(_ mission: Mission, weight: Int) -> [Mission] {
        kept.withLock { kept in
            kept.removeAll { $0.mission === mission || $0.mission == nil }
            kept.append(Kept(mission: mission, weight: weight))
            var total = kept.reduce(0) { $0 + $1.weight }
            var given: [Mission] = []
            while total > weightMax, kept.count > 1 {
                let oldest = kept.removeFirst()
                total -= oldest.weight
                if let mission = oldest.mission { given.append(mission) }
            }
            return given
        }
    }
}
