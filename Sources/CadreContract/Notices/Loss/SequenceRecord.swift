/// The numbers received in one numbering: the highest number, and the holes below it.
///
/// Invariant: holes are in order, separate from one another, above the floor and not above `highest`; there are at most
/// `holesMax` of them.
struct SequenceRecord: Equatable, Sendable {
    /// The first number that counts as missing if it is not received.
    let opened: UInt64
    private(set) var highest: UInt64
    private(set) var holes: [ClosedRange<UInt64>] = []

    /// Creates a record.
    /// - Parameter floor: The last number that does not count as missing, whether received or not.
    init(floor: UInt64) {
        highest = floor
        // No number follows the greatest one, so nothing can be missing.
        opened = floor == .max ? floor : floor + 1
    }

    /// Restores a record, or returns `nil` if the invariant does not hold.
    init?(opened: UInt64, highest: UInt64, holes: [ClosedRange<UInt64>], holesMax: Int) {
        guard holes.count <= holesMax, holes.last.map({ $0.upperBound <= highest }) ?? true,
            opened > 0, holes.first.map({ $0.lowerBound >= opened }) ?? true,
            zip(holes, holes.dropFirst()).allSatisfy({ $1.lowerBound - 1 > $0.upperBound })
        else { return nil }
        self.opened = opened
        self.highest = highest
        self.holes = holes
    }

    /// Records that `number` was received.
    /// - Returns: Whether the holes changed.
    mutating func see(_ number: UInt64, holesMax: Int) -> Bool {
        guard number > highest else { return fill(number, holesMax: holesMax) }
        let before = number - 1  // cannot wrap: a smaller number exists
        let hasHole = reach(before, holesMax: holesMax)
        highest = number
        return hasHole
    }

    /// Records that numbers up to `number` were assigned.
    /// - Returns: Whether the holes changed.
    mutating func reach(_ number: UInt64, holesMax: Int) -> Bool {
        guard number > highest else { return false }
        let first = highest + 1  // cannot wrap: a greater number exists
        if let last = holes.last, last.upperBound == highest {
            // After a head, all numbers up to it are missing: the last hole is extended.
            holes[holes.count - 1] = last.lowerBound...number
        } else {
            holes.append(first...number)
        }
        highest = number
        bound(holesMax)
        return true
    }

    private mutating func fill(_ number: UInt64, holesMax: Int) -> Bool {
        guard let index = indexOfHole(holding: number) else { return false }
        let hole = holes[index]
        var rest: [ClosedRange<UInt64>] = []
        if hole.lowerBound < number { rest.append(hole.lowerBound...(number - 1)) }
        if number < hole.upperBound { rest.append((number + 1)...hole.upperBound) }
        holes.replaceSubrange(index...index, with: rest)
        bound(holesMax)
        return true
    }

    /// Joins the two lowest holes if there are too many. The numbers between them then count as missing again: they are
    /// requested needlessly, and events received twice are duplicates; forgetting a hole would hide a loss.
    private mutating func bound(_ holesMax: Int) {
        guard holes.count > holesMax, holes.count >= 2 else { return }
        holes.replaceSubrange(0...1, with: [holes[0].lowerBound...holes[1].upperBound])
    }

    private func indexOfHole(holding number: UInt64) -> Int? {
        var low = 0
        var high = holes.count
        while low < high {
            let middle = (low + high) / 2
            if holes[middle].upperBound < number { low = middle + 1 } else { high = middle }
        }
        return low < holes.count && holes[low].contains(number) ? low : nil
    }
}
