import Testing

@testable import CadrePlanning

/// Cases worked by hand, each of one rule or boundary. Source: MODEL § 7.
@Suite struct AssignmentRuleTests {
    /// Signatures: 0 trainers at Alpha, 1 medics at Alpha, 2 trainers abroad, 3 trainers at Bravo (threat high).
    /// Classes: 0 trainer, 1 medic, 2 medic and also trainer, 3 trainer abroad only, 4 trainer below threat high.
    private static let eligibility = {
        var eligibility = Eligibility(classes: 5, signatures: 4)
        let allowed = [0: [0, 2, 3], 1: [1], 2: [0, 1, 2, 3], 3: [2], 4: [0, 2]]
        for (pledgeClass, signatures) in allowed {
            for signature in signatures { eligibility.allow(pledgeClass: pledgeClass, signature: signature) }
        }
        return eligibility
    }()

    /// Groups as (signature, posts), supplies as (class, persons); keys and pledges are their indices.
    private func solve(
        _ groups: [(Int, Int)], _ supplies: [(Int, Int)], previous: [(pledge: Int, key: Int, persons: Int)] = []
    ) throws -> (totals: AssignmentTotals, assignments: [GroupAssignment]) {
        let period = AssignmentPeriod(
            groups: groups.enumerated().map {
                AssignmentGroup(key: $0, signature: $1.0, posts: $1.1, inTheatre: $1.0 != 2, block: nil)
            },
            supplies: supplies.enumerated().map { AssignmentSupply(pledge: $0, pledgeClass: $1.0, persons: $1.1) })
        let before = previous.map { GroupAssignment(pledge: $0.pledge, key: $0.key, persons: $0.persons) }
        return try AssignmentCase(eligibility: Self.eligibility, period: period, previous: before).solve()
    }

    @Test("a period without groups or supplies has no assignments")
    func empty() throws {
        let nothing = try solve([], [])
        #expect(nothing.totals == AssignmentTotals(filled: [], used: [], usedInTheatre: []))
        #expect(nothing.assignments.isEmpty)
        #expect(try solve([(0, 2)], []).totals.filled == [0])
        #expect(try solve([], [(0, 2)]).totals.used == [0])
    }

    @Test("a mission without classes or signatures has no assignments", arguments: [(0, 0), (3, 0), (0, 3), (1, 1)])
    func emptyMission(classes: Int, signatures: Int) throws {
        let eligibility = Eligibility(classes: classes, signatures: signatures)
        var period = AssignmentPeriod(groups: [], supplies: [])
        if signatures > 0 {
            period.groups.append(AssignmentGroup(key: 0, signature: 0, posts: 2, inTheatre: true, block: nil))
        }
        if classes > 0 { period.supplies.append(AssignmentSupply(pledge: 0, pledgeClass: 0, persons: 2)) }
        let start = [ClassAssignment(pledgeClass: 0, signature: 0, persons: 1)]
        let (totals, assignments) = try AssignmentCase(eligibility: eligibility, period: period).solve(from: start)
        #expect(totals.filled.allSatisfy { $0 == 0 } && totals.used.allSatisfy { $0 == 0 })
        #expect(assignments.isEmpty)
    }

    @Test("groups without posts and supplies without persons have no effect")
    func zeros() throws {
        let (totals, assignments) = try solve(
            [(0, 0), (0, 2), (1, 0)], [(0, 0), (0, 1), (2, 0), (1, 3)], previous: [(0, 1, 1), (1, 0, 1)])
        #expect(totals == AssignmentTotals(filled: [0, 1, 0], used: [0, 1, 0, 0], usedInTheatre: [0, 1, 0, 0]))
        #expect(assignments == [GroupAssignment(pledge: 1, key: 1, persons: 1)])
    }

    @Test("filling: a pledge moves to the post that only it can fill, so that an earlier group is filled")
    func fillingByChain() throws {
        // The trainers' group could use pledge 0 if the medics' group did not precede it.
        let (totals, assignments) = try solve([(0, 2), (1, 1)], [(2, 1), (0, 2)])
        #expect(totals.filled == [2, 1])
        #expect(
            assignments == [
                GroupAssignment(pledge: 1, key: 0, persons: 2), GroupAssignment(pledge: 0, key: 1, persons: 1),
            ])
    }

    @Test("filling: no group has a gap that a later group causes")
    func fillingInStrictOrder() throws {
        #expect(try solve([(0, 3), (1, 3)], [(2, 4)]).totals.filled == [3, 1])
        #expect(try solve([(1, 3), (0, 3)], [(2, 4)]).totals.filled == [3, 1])
    }

    @Test("calling up: the earlier pledge is used first, whatever its eligibility")
    func callingUp() throws {
        #expect(try solve([(0, 3)], [(2, 2), (0, 2)]).totals.used == [2, 1])
        #expect(try solve([(0, 3)], [(0, 2), (2, 2)]).totals.used == [2, 1])
        // Equivalent pledges in order, with another between them.
        #expect(try solve([(0, 3)], [(0, 2), (4, 2), (0, 2)]).totals.used == [2, 1, 0])
    }

    @Test("calling up: a later pledge is displaced through a third one's post")
    func callingUpByChain() throws {
        // Only the medic fills both; the first trainer gets a post if the medic moves and the last trainer leaves.
        let (totals, _) = try solve([(1, 1), (0, 1)], [(0, 1), (1, 1), (2, 1)])
        #expect(totals.used == [1, 1, 0])
    }

    @Test("theatre: the earlier pledge serves in theatre, the later abroad")
    func theatre() throws {
        #expect(try solve([(2, 2), (0, 2)], [(0, 2), (4, 2)]).totals.usedInTheatre == [2, 0])
        #expect(try solve([(2, 2), (0, 2)], [(4, 2), (0, 2)]).totals.usedInTheatre == [2, 0])
        #expect(try solve([(2, 2), (0, 2)], [(0, 3), (4, 1)]).totals.usedInTheatre == [2, 0])
    }

    @Test("theatre: a caveat excludes a pledge from theatre, whatever the order")
    func abroadOnly() throws {
        let (totals, assignments) = try solve([(0, 1), (2, 2)], [(3, 2), (0, 1)])
        #expect(totals == AssignmentTotals(filled: [1, 2], used: [2, 1], usedInTheatre: [0, 1]))
        #expect(
            assignments == [
                GroupAssignment(pledge: 1, key: 0, persons: 1), GroupAssignment(pledge: 0, key: 1, persons: 2),
            ])
        #expect(try solve([(0, 3)], [(3, 2)]).totals.filled == [0])
    }

    @Test("a caveat on threat sends the pledge to the safer of two sites")
    func threatCaveat() throws {
        let (totals, assignments) = try solve([(0, 1), (3, 1)], [(0, 1), (4, 1)])
        #expect(totals.filled == [1, 1])
        #expect(
            assignments == [
                GroupAssignment(pledge: 1, key: 0, persons: 1), GroupAssignment(pledge: 0, key: 1, persons: 1),
            ])
    }

    @Test("continuity: persons stay if they can, even against the rank")
    func continuity() throws {
        let assignments = try solve([(0, 2), (0, 2)], [(0, 2), (0, 2)], previous: [(0, 1, 2), (1, 0, 2)]).assignments
        #expect(
            assignments == [
                GroupAssignment(pledge: 1, key: 0, persons: 2), GroupAssignment(pledge: 0, key: 1, persons: 2),
            ])
    }

    @Test(
        "continuity: earlier assignments that are no longer possible, or of a removed pledge or group, do not count"
    )
    func continuityWithin() throws {
        // Pledge 1 was in theatre, but pledge 0 precedes it; key 9 and pledge 9 no longer exist; class 0 is no medic.
        let (totals, assignments) = try solve(
            [(0, 1), (2, 1), (1, 1)], [(0, 1), (4, 1)],
            previous: [(1, 0, 1), (0, 1, 1), (0, 9, 4), (9, 0, 4), (0, 2, 1), (1, .max, 1), (-1, -1, 1)])
        #expect(totals.usedInTheatre == [1, 0])
        #expect(
            assignments == [
                GroupAssignment(pledge: 0, key: 0, persons: 1), GroupAssignment(pledge: 1, key: 1, persons: 1),
            ])
    }

    @Test("continuity: two earlier assignments of one pair count as one")
    func continuityOfRepeatedSeats() throws {
        let assignments = try solve(
            [(0, 3), (0, 1)], [(0, 2), (0, 2)], previous: [(1, 0, 1), (0, 1, 1), (1, 0, 1)]
        ).assignments
        #expect(
            assignments == [
                GroupAssignment(pledge: 0, key: 0, persons: 1), GroupAssignment(pledge: 1, key: 0, persons: 2),
                GroupAssignment(pledge: 0, key: 1, persons: 1),
            ])
    }

    @Test("continuity: groups of one key count as one, ranked by the first that has persons")
    func sharedKey() throws {
        let group = { (key: Int, signature: Int, posts: Int) in
            AssignmentGroup(key: key, signature: signature, posts: posts, inTheatre: true, block: nil)
        }
        // Key 5 has three priorities; pledge 1 was in it with three persons.
        let period = AssignmentPeriod(
            groups: [group(5, 0, 0), group(2, 1, 1), group(5, 0, 2), group(7, 0, 1), group(5, 0, 2)],
            supplies: [
                AssignmentSupply(pledge: 0, pledgeClass: 0, persons: 2),
                AssignmentSupply(pledge: 1, pledgeClass: 2, persons: 4),
            ])
        let (totals, assignments) = try AssignmentCase(
            eligibility: Self.eligibility, period: period,
            previous: [GroupAssignment(pledge: 1, key: 5, persons: 3)]
        ).solve()
        #expect(totals == AssignmentTotals(filled: [0, 1, 2, 1, 2], used: [2, 4], usedInTheatre: [2, 4]))
        #expect(
            assignments == [
                GroupAssignment(pledge: 1, key: 2, persons: 1), GroupAssignment(pledge: 0, key: 5, persons: 1),
                GroupAssignment(pledge: 1, key: 5, persons: 3), GroupAssignment(pledge: 0, key: 7, persons: 1),
            ])
    }

    @Test("numbers of posts and persons beyond 32 bits are exact")
    func hugeCounts() throws {
        let many = 100_000_000_000_000
        let persons = 50_000_000_000
        let (totals, assignments) = try solve(
            [(1, 7), (0, many), (2, many)], [(2, persons), (0, persons), (3, persons)],
            previous: [(0, 1, many), (1, 1, .max), (2, 2, .max)])
        #expect(totals.filled == [7, 2 * persons - 7, persons])
        #expect(totals.used == [persons, persons, persons])
        #expect(totals.usedInTheatre == [persons, persons, 0])
        #expect(
            assignments == [
                GroupAssignment(pledge: 0, key: 0, persons: 7),
                GroupAssignment(pledge: 0, key: 1, persons: persons - 7),
                GroupAssignment(pledge: 1, key: 1, persons: persons),
                GroupAssignment(pledge: 2, key: 2, persons: persons),
            ])
    }

    @Test("more groups and classes than fit into one word of the summary")
    func manyGroupsAndClasses() throws {
        let count = 5000
        var eligibility = Eligibility(classes: count, signatures: count)
        for index in 0..<count {
            eligibility.allow(pledgeClass: index, signature: index)
            eligibility.allow(pledgeClass: index, signature: (index + 1) % count)
        }
        // Each class fills its own group and the next, the last one also the first. Without class 0 the first group
        // gets the last class, every other group its own, and the last group remains empty.
        let period = AssignmentPeriod(
            groups: (0..<count).map {
                AssignmentGroup(key: $0, signature: $0, posts: 1, inTheatre: $0 < 4600, block: nil)
            },
            supplies: (1..<count).map { AssignmentSupply(pledge: $0, pledgeClass: $0, persons: 1) })
        let (totals, assignments) = try AssignmentCase(eligibility: eligibility, period: period).solve()
        #expect(totals.filled == [Int](repeating: 1, count: count - 1) + [0])
        #expect(totals.used == [Int](repeating: 1, count: count - 1))
        #expect(
            assignments == [GroupAssignment(pledge: count - 1, key: 0, persons: 1)]
                + (1..<count - 1).map { GroupAssignment(pledge: $0, key: $0, persons: 1) })
    }
}
