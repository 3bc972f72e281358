import TestSupport
import Testing

@testable import CadrePlanning

/// Comparisons of the solver with slow and simple methods. Source: MODEL § 7.
@Suite struct AssignmentTwinTests {
    @Test("all four rules agree with the enumeration of all assignments of a small case", arguments: UInt64(0)..<600)
    func exhaustive(seed: UInt64) throws {
        var dice = SeededRandom(seed: seed)
        let size = AssignmentCase.Size(
            groups: Int.random(in: 1...4, using: &dice), supplies: Int.random(in: 1...4, using: &dice),
            classes: Int.random(in: 1...4, using: &dice), signatures: Int.random(in: 1...4, using: &dice),
            personsMax: 2, postsMax: Int.random(in: 1...3, using: &dice),
            allowedPercent: Int.random(in: 30...90, using: &dice),
            abroadPercent: Int.random(in: 0...70, using: &dice), previous: 6)
        let assignmentCase = AssignmentCase(seed: seed, size: size)
        let exhaustive = ExhaustiveAssignment(assignmentCase)
        let (totals, assignments) = try assignmentCase.solve()
        #expect(totals == exhaustive.best)
        #expect(assignmentCase.continuity(of: assignments) == exhaustive.bestContinuity)
        checkAgreement(assignmentCase, totals, assignments)
    }

    @Test("all four rules agree with plain flows in small cases", arguments: UInt64(1000)..<3500)
    func flows(seed: UInt64) throws {
        var dice = SeededRandom(seed: seed)
        let size = AssignmentCase.Size(
            groups: Int.random(in: 1...9, using: &dice), supplies: Int.random(in: 1...9, using: &dice),
            classes: Int.random(in: 1...8, using: &dice), signatures: Int.random(in: 1...8, using: &dice),
            personsMax: Int.random(in: 1...4, using: &dice), postsMax: Int.random(in: 1...5, using: &dice),
            allowedPercent: Int.random(in: 15...80, using: &dice),
            abroadPercent: Int.random(in: 0...70, using: &dice), previous: Int.random(in: 0...25, using: &dice))
        try compare(AssignmentCase(seed: seed, size: size))
    }

    @Test(
        "all four rules agree with plain flows when many persons were in many groups before", arguments: UInt64(0)..<300
    )
    func flowsOfManyAssignments(seed: UInt64) throws {
        let size = AssignmentCase.Size(
            groups: 10, supplies: 12, classes: 10, signatures: 10, personsMax: 6, postsMax: 9, allowedPercent: 40,
            abroadPercent: 50, previous: 60)
        try compare(AssignmentCase(seed: seed, size: size))
    }

    @Test("all four rules agree with plain flows for 60 groups and 80 supplies", arguments: UInt64(5000)..<5012)
    func mediumFlows(seed: UInt64) throws {
        try compare(AssignmentCase(seed: seed, size: .medium))
    }

    private func compare(_ assignmentCase: AssignmentCase) throws {
        let flows = FlowAssignment(assignmentCase)
        let (totals, assignments) = try assignmentCase.solve()
        #expect(totals == flows.totals())
        #expect(assignmentCase.continuity(of: assignments) == flows.continuity(totals))
        checkAgreement(assignmentCase, totals, assignments)
    }
}

/// Checks the invariants of any result, optimal or not.
func checkAgreement(_ assignmentCase: AssignmentCase, _ totals: AssignmentTotals, _ assignments: [GroupAssignment]) {
    let groups = assignmentCase.period.groups, supplies = assignmentCase.period.supplies
    #expect(zip(totals.filled, groups).allSatisfy { $0 >= 0 && $0 <= $1.posts })
    #expect(zip(totals.used, supplies).allSatisfy { $0 >= 0 && $0 <= $1.persons })
    #expect(zip(totals.usedInTheatre, totals.used).allSatisfy { $0 >= 0 && $0 <= $1 })
    #expect(totals.filled.reduce(0, +) == totals.used.reduce(0, +))

    let rank = Dictionary(groups.enumerated().map { ($1.key, $0) }, uniquingKeysWith: min)
    // An assignment is ranked by the first group of its key that has persons.
    let firstFilled = Dictionary(
        groups.enumerated().filter { totals.filled[$0.offset] > 0 }.map { ($1.key, $0) }, uniquingKeysWith: min)
    let order = Dictionary(uniqueKeysWithValues: supplies.enumerated().map { ($1.pledge, $0) })
    var filled: [Int: Int] = [:], used = totals.used.map { _ in 0 }, usedInTheatre = used
    var indices: [[Int]] = []
    for assignment in assignments {
        guard let group = rank[assignment.key], let supply = order[assignment.pledge] else {
            Issue.record("\(assignment) belongs to another period")
            continue
        }
        #expect(assignment.persons > 0)
        #expect(assignmentCase.allows(supply: supply, group: group))
        filled[assignment.key, default: 0] += assignment.persons
        used[supply] += assignment.persons
        if groups[group].inTheatre { usedInTheatre[supply] += assignment.persons }
        indices.append([firstFilled[assignment.key] ?? -1, supply])
    }
    var expected: [Int: Int] = [:]
    for (group, persons) in zip(groups, totals.filled) where persons > 0 { expected[group.key, default: 0] += persons }
    #expect(filled == expected)
    #expect(used == totals.used)
    #expect(usedInTheatre == totals.usedInTheatre)
    #expect(zip(indices, indices.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
}
