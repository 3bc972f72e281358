import TestSupport
import Testing

@testable import CadrePlanning

/// Properties of every result. Source: MODEL § 7.
@Suite struct AssignmentPropertyTests {
    private static let size = AssignmentCase.Size(
        groups: 25, supplies: 30, classes: 14, signatures: 15, personsMax: 4, postsMax: 5, allowedPercent: 25,
        abroadPercent: 30, previous: 50)

    @Test("no result depends on the numbers of classes and signatures", arguments: UInt64(0)..<150)
    func numbering(seed: UInt64) throws {
        let original = AssignmentCase(seed: seed, size: Self.size)
        var dice = SeededRandom(seed: seed &+ 1 << 40)
        let classes = Array(0..<Self.size.classes + 70).shuffled(using: &dice)
        let signatures = Array(0..<Self.size.signatures + 70).shuffled(using: &dice)
        var renumbered = original
        renumbered.eligibility = Eligibility(classes: classes.count, signatures: signatures.count)
        for pledgeClass in 0..<Self.size.classes {
            for signature in 0..<Self.size.signatures
            where original.eligibility.allows(pledgeClass: pledgeClass, signature: signature) {
                renumbered.eligibility.allow(pledgeClass: classes[pledgeClass], signature: signatures[signature])
            }
        }
        for index in renumbered.period.groups.indices {
            renumbered.period.groups[index].signature = signatures[original.period.groups[index].signature]
        }
        for index in renumbered.period.supplies.indices {
            renumbered.period.supplies[index].pledgeClass = classes[original.period.supplies[index].pledgeClass]
        }
        let expected = try original.solve(), result = try renumbered.solve()
        #expect(result.totals == expected.totals)
        #expect(result.assignments == expected.assignments)
    }

    @Test(
        "no result depends on the numbers of pledges and keys, or the order of earlier assignments",
        arguments: UInt64(0)..<150)
    func identity(seed: UInt64) throws {
        let original = AssignmentCase(seed: seed, size: Self.size)
        var dice = SeededRandom(seed: seed &+ 1 << 41)
        let pledges = Array(0..<Self.size.supplies + 2).shuffled(using: &dice)
        let keys = Array(0..<Self.size.groups + 2).shuffled(using: &dice)
        var renamed = original
        for index in renamed.period.groups.indices {
            renamed.period.groups[index].key = keys[original.period.groups[index].key]
        }
        for index in renamed.period.supplies.indices {
            renamed.period.supplies[index].pledge = pledges[original.period.supplies[index].pledge]
        }
        func rename(_ assignment: GroupAssignment) -> GroupAssignment {
            GroupAssignment(pledge: pledges[assignment.pledge], key: keys[assignment.key], persons: assignment.persons)
        }
        renamed.previous = original.previous.map(rename).shuffled(using: &dice)
        let expected = try original.solve(), result = try renamed.solve()
        #expect(result.totals == expected.totals)
        #expect(result.assignments == expected.assignments.map(rename))
    }

    @Test(
        "a solver that has solved other periods or was stopped gives the results of a new one",
        arguments: UInt64(0)..<40)
    func reuse(seed: UInt64) throws {
        var dice = SeededRandom(seed: seed)
        let mission = AssignmentCase(seed: seed, size: Self.size)
        var used = AssignmentSolver(eligibility: mission.eligibility)
        var previous = mission.previous
        for _ in 0..<8 {
            var period = mission.period
            period.groups.removeAll { _ in dice.percent(40) }
            period.supplies.shuffle(using: &dice)
            period.supplies.removeLast(Int.random(in: 0..<20, using: &dice))
            var asked = 0
            let stopAt = Int.random(in: 1...3, using: &dice)
            _ = try? used.totals(period, from: []) {
                asked += 1
                return asked == stopAt
            }
            let now = AssignmentCase(eligibility: mission.eligibility, period: period, previous: previous)
            let expected = try now.solve()
            #expect(try used.fill(period, from: [], isStopped: { false }).filled == expected.totals.filled)
            #expect(try used.totals(period, from: [], isStopped: { false }).totals == expected.totals)
            let assignments = try used.assignments(
                period, totals: expected.totals, previous: previous, isStopped: { false })
            #expect(assignments == expected.assignments)
            previous = assignments
        }
    }

    @Test("if nothing changes, all persons stay", arguments: UInt64(0)..<60)
    func standstill(seed: UInt64) throws {
        var assignmentCase = AssignmentCase(seed: seed, size: Self.size)
        assignmentCase.previous = try assignmentCase.solve().assignments
        #expect(try assignmentCase.solve().assignments == assignmentCase.previous)
    }

    @Test("period after period, as pledges start and end, most persons stay", arguments: UInt64(0)..<25)
    func sequence(seed: UInt64) throws {
        var dice = SeededRandom(seed: seed &+ 77)
        let mission = AssignmentCase(seed: seed, size: Self.size)
        var previous: [GroupAssignment] = []
        for _ in 0..<6 {
            var period = mission.period
            period.supplies.removeAll { _ in dice.percent(15) }
            period.groups.removeAll { _ in dice.percent(10) }
            let now = AssignmentCase(eligibility: mission.eligibility, period: period, previous: previous)
            let (totals, assignments) = try now.solve()
            #expect(now.continuity(of: assignments) == FlowAssignment(now).continuity(totals))
            checkAgreement(now, totals, assignments)
            previous = assignments
        }
    }

    @Test("a stopped computation throws Superseded")
    func stopping() throws {
        let assignmentCase = AssignmentCase(seed: 3, size: Self.size)
        var solver = AssignmentSolver(eligibility: assignmentCase.eligibility)
        let period = assignmentCase.period
        let totals = try solver.totals(period, from: [], isStopped: { false }).totals
        #expect(throws: Superseded()) { try solver.fill(period, from: [], isStopped: { true }) }
        #expect(throws: Superseded()) { try solver.totals(period, from: [], isStopped: { true }) }
        #expect(throws: Superseded()) {
            try solver.assignments(period, totals: totals, previous: [], isStopped: { true })
        }
    }
}
