import Testing

@testable import CadrePlanning

/// The solver beside what is too slow to be wrong. Source: MODEL § 7.
@Suite struct AssignmentTwinTests {
    @Test("all four rules as every assignment of a small case tells them", arguments: UInt64(0)..<600)
    func exhaustive(seed: UInt64) throws {
        var dice = AssignmentCase.Dice(state: seed)
        let size = AssignmentCase.Size(
            groups: Int.random(in: 1...4, using: &dice), supplies: Int.random(in: 1...4, using: &dice),
            classes: Int.random(in: 1...4, using: &dice), signatures: Int.random(in: 1...4, using: &dice),
            personsMax: 2, postsMax: Int.random(in: 1...3, using: &dice),
            allowedPercent: Int.random(in: 30...90, using: &dice),
            abroadPercent: Int.random(in: 0...70, using: &dice), seats: 6)
        let assignmentCase = AssignmentCase(seed: seed, size: size)
        let exhaustive = ExhaustiveAssignment(assignmentCase)
        let (totals, seats) = try assignmentCase.solve()
        #expect(totals == exhaustive.best)
        #expect(assignmentCase.continuity(of: seats) == exhaustive.bestContinuity)
        checkAgreement(assignmentCase, totals, seats)
    }

    @Test("all four rules as flows tell them, small cases", arguments: UInt64(1000)..<3500)
    func flows(seed: UInt64) throws {
        var dice = AssignmentCase.Dice(state: seed)
        let size = AssignmentCase.Size(
            groups: Int.random(in: 1...9, using: &dice), supplies: Int.random(in: 1...9, using: &dice),
            classes: Int.random(in: 1...8, using: &dice), signatures: Int.random(in: 1...8, using: &dice),
            personsMax: Int.random(in: 1...4, using: &dice), postsMax: Int.random(in: 1...5, using: &dice),
            allowedPercent: Int.random(in: 15...80, using: &dice),
            abroadPercent: Int.random(in: 0...70, using: &dice), seats: Int.random(in: 0...25, using: &dice))
        try compare(AssignmentCase(seed: seed, size: size))
    }

    @Test("all four rules as flows tell them, many persons who sat in many groups", arguments: UInt64(0)..<300)
    func flowsOfManySeats(seed: UInt64) throws {
        let size = AssignmentCase.Size(
            groups: 10, supplies: 12, classes: 10, signatures: 10, personsMax: 6, postsMax: 9, allowedPercent: 40,
            abroadPercent: 50, seats: 60)
        try compare(AssignmentCase(seed: seed, size: size))
    }

    @Test("all four rules as flows tell them, 60 groups and 80 supplies", arguments: UInt64(5000)..<5012)
    func middlingFlows(seed: UInt64) throws {
        try compare(AssignmentCase(seed: seed, size: .middling))
    }

    private func compare(_ assignmentCase: AssignmentCase) throws {
        let flows = FlowAssignment(assignmentCase)
        let (totals, seats) = try assignmentCase.solve()
        #expect(totals == flows.totals())
        #expect(assignmentCase.continuity(of: seats) == flows.continuity(totals))
        checkAgreement(assignmentCase, totals, seats)
    }
}

/// What must hold of any result, whatever is best.
func checkAgreement(_ assignmentCase: AssignmentCase, _ totals: AssignmentTotals, _ seats: [Seat]) {
    let groups = assignmentCase.period.groups, supplies = assignmentCase.period.supplies
    #expect(zip(totals.filled, groups).allSatisfy { $0 >= 0 && $0 <= $1.posts })
    #expect(zip(totals.used, supplies).allSatisfy { $0 >= 0 && $0 <= $1.persons })
    #expect(zip(totals.usedInTheatre, totals.used).allSatisfy { $0 >= 0 && $0 <= $1 })
    #expect(totals.filled.reduce(0, +) == totals.used.reduce(0, +))

    let rank = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1.key, $0) })
    let order = Dictionary(uniqueKeysWithValues: supplies.enumerated().map { ($1.pledge, $0) })
    var filled = totals.filled.map { _ in 0 }, used = totals.used.map { _ in 0 }, usedInTheatre = used
    var places: [[Int]] = []
    for seat in seats {
        guard let group = rank[seat.key], let supply = order[seat.pledge] else {
            Issue.record("\(seat) is of another period")
            continue
        }
        #expect(seat.persons > 0)
        #expect(assignmentCase.allows(supply: supply, group: group))
        filled[group] += seat.persons
        used[supply] += seat.persons
        if groups[group].inTheatre { usedInTheatre[supply] += seat.persons }
        places.append([group, supply])
    }
    #expect(filled == totals.filled)
    #expect(used == totals.used)
    #expect(usedInTheatre == totals.usedInTheatre)
    #expect(zip(places, places.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
}
