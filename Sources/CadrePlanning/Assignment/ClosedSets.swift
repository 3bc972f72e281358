/// Sets of (class, side) and kinds that no arc of rule 3 leads out of: what failed searches have seen.
///
/// A search for a way to a node outside such a set need not enter it. Any set may be forgotten at any time: they save
/// work, exactness never hangs on them. Sixteen are enough; with one growing set instead, a goal that lies inside
/// makes all of it useless.
final class ClosedSets {
    static let setsMax = 16

    private let bits = ArenaBlock<UInt64>()
    private var isUsed: UInt32 = 0
    private var next = 0
    private var words = 0

    /// Forgets all sets; from now on a set has `words` words.
    func clear(words: Int) {
        self.words = words
        isUsed = 0
        next = 0
        bits.need(words * Self.setsMax)
    }

    /// Whether a set holds `start` and leaves `goal` out: then no way leads from the one to the other.
    func part(_ start: Int, from goal: Int) -> Bool {
        for set in 0..<Self.setsMax where isKept(set) && contains(start, in: set) && !contains(goal, in: set) {
            return true
        }
        return false
    }

    /// Writes what is in no set that leaves `goal` out.
    func writeOpen(to open: UnsafeMutableBufferPointer<UInt64>, goal: Int) {
        for word in 0..<words { open[word] = .max }
        for set in 0..<Self.setsMax where isKept(set) && !contains(goal, in: set) {
            let base = set * words
            for word in 0..<words { open[word] &= ~bits.cells[base + word] }
        }
    }

    /// Keeps the complement of `unseen`, in place of the oldest if need be.
    func keep(notIn unseen: UnsafeMutableBufferPointer<UInt64>) {
        let base = next * words
        for word in 0..<words { bits.cells[base + word] = ~unseen[word] }
        isUsed |= 1 << UInt32(next)
        next = (next + 1) % Self.setsMax
    }

    /// A path has gone from `start` to `goal`: it has broken every set that it went into.
    func pathWent(from start: Int, to goal: Int) {
        for set in 0..<Self.setsMax
        where isKept(set) && contains(goal, in: set) && !contains(start, in: set) {
            isUsed &= ~(1 << UInt32(set))
        }
    }

    private func isKept(_ set: Int) -> Bool { isUsed & 1 << UInt32(set) != 0 }

    private func contains(_ node: Int, in set: Int) -> Bool {
        bits.cells[set * words + node >> 6] & BitWords.mask(node) != 0
    }
}
