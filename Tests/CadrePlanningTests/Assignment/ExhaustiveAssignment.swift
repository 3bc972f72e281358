@testable import CadrePlanning

/// Every assignment of a small case, one after the other: the rules of MODEL § 7 read off as they are written.
struct ExhaustiveAssignment {
    let assignmentCase: AssignmentCase
    private(set) var best: AssignmentTotals
    private(set) var bestContinuity = -1
    private(set) var assignments = 0

    init(_ assignmentCase: AssignmentCase) {
        self.assignmentCase = assignmentCase
        let period = assignmentCase.period
        let supplies = [Int](repeating: 0, count: period.supplies.count)
        best = AssignmentTotals(
            filled: [Int](repeating: 0, count: period.groups.count), used: supplies, usedInTheatre: supplies)
        var now = best
        visit(supply: 0, group: 0, left: period.supplies.first?.persons ?? 0, continuity: 0, &now)
    }

    /// Tries every number of persons of `supply` in `group`, then goes on to the next pair.
    private mutating func visit(supply: Int, group: Int, left: Int, continuity: Int, _ now: inout AssignmentTotals) {
        let period = assignmentCase.period
        guard supply < period.supplies.count else { return judge(now, continuity) }
        guard group < period.groups.count else {
            let next = supply + 1
            let persons = next < period.supplies.count ? period.supplies[next].persons : 0
            return visit(supply: next, group: 0, left: persons, continuity: continuity, &now)
        }
        let room = period.groups[group].posts - now.filled[group]
        let most = assignmentCase.allows(supply: supply, group: group) ? min(left, room) : 0
        let before = assignmentCase.before(supply: supply, group: group)
        for persons in 0...most {
            now.filled[group] += persons
            now.used[supply] += persons
            if period.groups[group].inTheatre { now.usedInTheatre[supply] += persons }
            visit(
                supply: supply, group: group + 1, left: left - persons,
                continuity: continuity + min(persons, before), &now)
            now.filled[group] -= persons
            now.used[supply] -= persons
            if period.groups[group].inTheatre { now.usedInTheatre[supply] -= persons }
        }
    }

    private mutating func judge(_ now: AssignmentTotals, _ continuity: Int) {
        assignments += 1
        let new = now.filled + now.used + now.usedInTheatre
        let old = best.filled + best.used + best.usedInTheatre
        if new == old {
            bestContinuity = max(bestContinuity, continuity)
        } else if old.lexicographicallyPrecedes(new) {
            best = now
            bestContinuity = continuity
        }
    }
}
