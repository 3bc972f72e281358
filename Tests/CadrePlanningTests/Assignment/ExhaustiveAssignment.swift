@testable import CadrePlanning

/// An enumeration of all assignments of a small case: the rules of MODEL § 7, implemented literally.
struct ExhaustiveAssignment {
    let assignmentCase: AssignmentCase
    private(set) var best: AssignmentTotals
    private(set) var bestContinuity = -1
    private var bestVector: [Int] = []
    private var keys: [Int]
    /// The current number of persons of each supply in each key.
    private var inKey: [[Int]]

    init(_ assignmentCase: AssignmentCase) {
        self.assignmentCase = assignmentCase
        let period = assignmentCase.period
        let supplies = [Int](repeating: 0, count: period.supplies.count)
        best = AssignmentTotals(
            filled: [Int](repeating: 0, count: period.groups.count), used: supplies, usedInTheatre: supplies)
        keys = Array(Set(period.groups.map(\.key)))
        inKey = supplies.map { _ in [Int](repeating: 0, count: (period.groups.map(\.key).max() ?? 0) + 1) }
        var now = best
        visit(supply: 0, group: 0, left: period.supplies.first?.persons ?? 0, &now)
    }

    /// Tries every number of persons of `supply` in `group`, then continues with the next pair.
    private mutating func visit(supply: Int, group: Int, left: Int, _ now: inout AssignmentTotals) {
        let period = assignmentCase.period
        guard supply < period.supplies.count else { return compare(now) }
        guard group < period.groups.count else {
            let next = supply + 1
            let persons = next < period.supplies.count ? period.supplies[next].persons : 0
            return visit(supply: next, group: 0, left: persons, &now)
        }
        let room = period.groups[group].posts - now.filled[group]
        let most = assignmentCase.allows(supply: supply, group: group) ? min(left, room) : 0
        for persons in 0...most {
            now.filled[group] += persons
            now.used[supply] += persons
            inKey[supply][period.groups[group].key] += persons
            if period.groups[group].inTheatre { now.usedInTheatre[supply] += persons }
            visit(supply: supply, group: group + 1, left: left - persons, &now)
            now.filled[group] -= persons
            now.used[supply] -= persons
            inKey[supply][period.groups[group].key] -= persons
            if period.groups[group].inTheatre { now.usedInTheatre[supply] -= persons }
        }
    }

    private mutating func compare(_ now: AssignmentTotals) {
        let vector = byPortion(now.filled) + now.used + now.usedInTheatre
        guard bestContinuity < 0 || !vector.lexicographicallyPrecedes(bestVector) else { return }
        let continuity = continuity()
        if bestContinuity < 0 || vector != bestVector {
            best = now
            bestVector = vector
            bestContinuity = continuity
        } else {
            bestContinuity = max(bestContinuity, continuity)
        }
    }

    /// Returns the posts filled per portion: a group's posts are filled level by level.
    private func byPortion(_ filled: [Int]) -> [Int] {
        var left = filled
        return assignmentCase.portions.map { portion in
            let here = min(portion.posts, left[portion.group])
            left[portion.group] -= here
            return here
        }
    }

    private func continuity() -> Int {
        var sum = 0
        for supply in inKey.indices {
            for key in keys where inKey[supply][key] > 0 {
                sum += min(inKey[supply][key], assignmentCase.before(supply: supply, key: key))
            }
        }
        return sum
    }
}
