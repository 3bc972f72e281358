/// The parts of two lists between the elements with which both begin, and those with which both end.
struct ListDifference: Equatable, Sendable {
    /// The indices of the differing elements of the old list, and of the new one.
    let old: Range<Int>
    let new: Range<Int>

    init<Item: Equatable>(_ old: [Item], _ new: [Item]) {
        let shorter = min(old.count, new.count)
        var first = 0
        while first < shorter, old[first] == new[first] { first += 1 }
        var last = 0
        while last < shorter - first, old[old.count - 1 - last] == new[new.count - 1 - last] { last += 1 }
        self.old = first..<old.count - last
        self.new = first..<new.count - last
    }
}
