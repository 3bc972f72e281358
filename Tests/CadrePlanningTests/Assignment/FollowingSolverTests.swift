import Testing

@testable import CadrePlanning

/// Totals found from those of a neighbour are those found from nothing. Source: MODEL § 7.
@Suite struct FollowingSolverTests {
    @Test(
        "people more, fewer, new, gone, of another class or called up earlier, event by event",
        arguments: UInt64(0)..<1_200)
    func neighbours(seed: UInt64) throws {
        var dice = AssignmentCase.Dice(state: seed &+ 31_337)
        let isMiddling = seed % 60 == 0
        let size =
            isMiddling
            ? .middling
            : AssignmentCase.Size(
                groups: Int.random(in: 1...9, using: &dice), supplies: Int.random(in: 1...9, using: &dice),
                classes: Int.random(in: 1...8, using: &dice), signatures: Int.random(in: 1...8, using: &dice),
                personsMax: Int.random(in: 1...5, using: &dice), postsMax: Int.random(in: 1...5, using: &dice),
                allowedPercent: Int.random(in: 15...80, using: &dice),
                abroadPercent: Int.random(in: 0...70, using: &dice), seats: 0)
        let first = AssignmentCase(seed: seed, size: size)
        let inTheatre = (0..<size.signatures).map { _ in !dice.percent(size.abroadPercent) }
        var period = first.period
        for index in period.groups.indices {
            period.groups[index].inTheatre = inTheatre[period.groups[index].signature]
        }
        var solver = AssignmentSolver(eligibility: first.eligibility)
        var totals = try solver.totals(period, isStopped: { false })
        var placed = solver.placement
        for step in 0..<8 {
            let before = period.supplies
            for _ in 0..<Int.random(in: 1...3, using: &dice) { change(&period.supplies, size, &dice) }
            let fill = try solver.fill(
                period, after: before, totals.filled, placed, inTheatre: { inTheatre }, isStopped: { false })
            (totals, placed) = try solver.totals(
                period, after: before, totals, placed, inTheatre: { inTheatre }, isStopped: { false })
            let fresh = try solver.totals(period, isStopped: { false })
            #expect(totals == fresh, "step \(step)")
            #expect(fill == fresh.filled, "step \(step)")
            try checkPlacement(placed, period, totals, first.eligibility)
        }
    }

    private func change(
        _ supplies: inout [AssignmentSupply], _ size: AssignmentCase.Size, _ dice: inout AssignmentCase.Dice
    ) {
        let fresh = AssignmentSupply(
            pledge: (supplies.map(\.pledge).max() ?? 0) + 1,
            pledgeClass: Int.random(in: 0..<size.classes, using: &dice),
            persons: Int.random(in: 0...size.personsMax, using: &dice))
        guard let index = supplies.indices.randomElement(using: &dice) else { return supplies.append(fresh) }
        switch Int.random(in: 0...5, using: &dice) {
        case 0: supplies.insert(fresh, at: index)
        case 1: supplies.remove(at: index)
        case 2: supplies[index].pledgeClass = fresh.pledgeClass
        case 3:
            let moved = supplies.remove(at: index)
            supplies.insert(moved, at: Int.random(in: 0...supplies.count, using: &dice))
        default: supplies[index].persons = fresh.persons
        }
    }

    /// The placement is one: allowed, and with these totals.
    private func checkPlacement(
        _ placed: [Placed], _ period: AssignmentPeriod, _ totals: AssignmentTotals, _ eligibility: Eligibility
    ) throws {
        var byClass: [Int: Int] = [:]
        var bySignature: [Int: Int] = [:]
        for cell in placed {
            #expect(cell.persons > 0)
            #expect(eligibility.allows(pledgeClass: Int(cell.pledgeClass), signature: Int(cell.signature)))
            byClass[Int(cell.pledgeClass), default: 0] += Int(cell.persons)
            bySignature[Int(cell.signature), default: 0] += Int(cell.persons)
        }
        var used: [Int: Int] = [:]
        for (supply, persons) in zip(period.supplies, totals.used) where persons > 0 {
            used[supply.pledgeClass, default: 0] += persons
        }
        var filled: [Int: Int] = [:]
        for (group, persons) in zip(period.groups, totals.filled) where persons > 0 {
            filled[group.signature, default: 0] += persons
        }
        #expect(byClass == used)
        #expect(bySignature == filled)
    }
}
