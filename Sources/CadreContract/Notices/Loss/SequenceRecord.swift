/// The received numbers of one stream: the highest number, and the holes below it.
///
/// Invariant: holes are in order, apart from one another, above the floor and not above `highest`; there are at most
/// `holesMax` of them.
struct SequenceRecord: Equatable, Sendable {
    /// The first number that is missing if it is not received.
    let opened: UInt64
    private(set) var highest: UInt64
    private(set) var holes: [ClosedRange<UInt64>] = []

    /// Creates a record without received numbers.
    /// - Parameter floor: The last number that is never missing.
    init(floor: UInt64) {
        highest = floor
        // No number follows the greatest one, so nothing can be missing.
        opened = floor == .max ? floor : floor + 1
    }

    /// Creates a stored record, or `nil` if the invariant does not hold.
    init?(opened: UInt64, highest: UInt64, holes: [ClosedRange<UInt64>], holesMax: Int) {
        guard holes.count <= holesMax, holes.last.map({ $0.upperBound <= highest }) ?? true,
            opened > 0, holes.first.map({ $0.lowerBound >= opened }) ?? true,
            zip(holes, holes.dropFirst()).allSatisfy({ $1.lowerBound - 1 > $0.upperBound })
        else { return nil }
        self.opened = opened
        self.highest = highest
        self.holes = holes
    }

    /// Receives a number.
    /// - Returns: Whether the holes changed.
    mutating func see(_ number: UInt64, holesMax: Int) -> Bool {
        guard number > highest else { return fill(number, holesMax: holesMax) }
        let before = number - 1  // cannot wrap: it is above another
        let hasHole = reach(before, holesMax: holesMax)
        highest = number
        return hasHole
    }

    /// Announces that all numbers up to `number` are used.
    /// - Returns: Whether the holes changed.
    mutating func reach(_ number: UInt64, holesMax: Int) -> Bool {
        guard number > highest else { return false }
        let first = highest + 1  // cannot wrap: there is a greater one
        if let last = holes.last, last.upperBound == highest {
            // The numbers up to a head are missing: the new hole continues the last one.
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

    /// Joins the two lowest holes if there are too many. The numbers between them are then missing again: too much is
    /// requested, and repeated events are duplicates. Removing a hole would hide a loss.
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
