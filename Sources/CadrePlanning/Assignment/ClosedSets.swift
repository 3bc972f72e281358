/// Sets of hubs and spokes of rule 3 that no path leads out of: what failed searches have seen.
///
/// A search for a path to a hub outside such a set need not enter it. Any set may be forgotten at any time: they save
/// work, and exactness never depends on them. Sixteen are enough (8, 16 and 64 were measured). One growing set would
/// be useless as soon as a goal lies inside it.
final class ClosedSets {
    private static let setsMax = 16

    private let bits = Arena<Int, UInt64>()
    private var isUsed: UInt32 = 0
    private var next = 0
    private var hubWords = 0
    private var spokeWords = 0
    private var words: Int { hubWords + spokeWords }

    /// Forgets all sets, and sets their size.
    func clear(hubWords: Int, spokeWords: Int) {
        self.hubWords = hubWords
        self.spokeWords = spokeWords
        isUsed = 0
        next = 0
        bits.reserve(words * Self.setsMax)
    }

    /// Returns whether a set holds the hub `start` and not the hub `goal`: then no path leads from the one to the other.
    func separates(_ start: Int, from goal: Int) -> Bool {
        for set in 0..<Self.setsMax where isKept(set) && contains(start, in: set) && !contains(goal, in: set) {
            return true
        }
        return false
    }

    /// Removes from what a search has not seen all that is in a set without the hub `goal`.
    func removeClosed(from search: AugmentingSearch, goal: Int) {
        let hubs = search.unseenHubs.rows.words, spokes = search.unseenSpokes.rows.words
        let hubWords = hubWords, spokeWords = spokeWords
        for set in 0..<Self.setsMax where isKept(set) && !contains(goal, in: set) {
            let closed = bits.cells.buffer.extracting(set * words..<(set + 1) * words)
            for word in 0..<hubWords { hubs[word] &= ~closed[word] }
            for word in 0..<spokeWords {
                spokes[word] &= ~closed[hubWords &+ word]
                spokes[spokeWords &+ word] &= ~closed[hubWords &+ word]
            }
        }
    }

    /// Keeps all that a search has seen, in place of the oldest set if need be.
    func keepSeen(by search: AugmentingSearch) {
        let base = next * words
        let open = search.openHubs.rows, unseen = search.unseenHubs.rows
        for word in 0..<hubWords { bits.cells[base + word] = open.words[word] & ~unseen.words[word] }
        let openSpokes = search.openSpokes.rows, unseenSpokes = search.unseenSpokes.rows
        for word in 0..<spokeWords {
            bits.cells[base + hubWords + word] =
                openSpokes.words[word] & ~unseenSpokes.words[word]
                | openSpokes.words[spokeWords + word] & ~unseenSpokes.words[spokeWords + word]
        }
        isUsed |= 1 << UInt32(next)
        next = (next + 1) % Self.setsMax
    }

    /// Forgets the sets into which a path from `start` to `goal` has gone.
    func pathWent(from start: Int, to goal: Int) {
        for set in 0..<Self.setsMax
        where isKept(set) && contains(goal, in: set) && !contains(start, in: set) {
            isUsed &= ~(1 << UInt32(set))
        }
    }

    private func isKept(_ set: Int) -> Bool { isUsed & 1 << UInt32(set) != 0 }

    private func contains(_ hub: Int, in set: Int) -> Bool {
        bits.cells[set * words + hub >> 6] & BitWords.mask(hub) != 0
    }
}
