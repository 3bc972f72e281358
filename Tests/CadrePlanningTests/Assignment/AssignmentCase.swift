import TestSupport

@testable import CadrePlanning

/// A period drawn from a seed, with its eligibility and the assignments of the previous period.
struct AssignmentCase {
    var eligibility: Eligibility
    var period: AssignmentPeriod
    var previous: [GroupAssignment] = []

    struct Size {
        var groups = 4, supplies = 4, classes = 3, signatures = 3
        var personsMax = 2, postsMax = 2
        /// The percentages of cases in which a class may fill a signature, a signature is abroad, a group continues the
        /// preceding block, and a group shares the key of an earlier one.
        var allowedPercent = 55, abroadPercent = 35, blockPercent = 30, sharedKeyPercent = 10
        /// The number of assignments of the previous period.
        var previous = 4

        static let medium = Size(
            groups: 60, supplies: 80, classes: 30, signatures: 35, personsMax: 4, postsMax: 5, allowedPercent: 12,
            abroadPercent: 25, previous: 120)
    }

    init(eligibility: Eligibility, period: AssignmentPeriod, previous: [GroupAssignment] = []) {
        self.eligibility = eligibility
        self.period = period
        self.previous = previous
    }

    init(seed: UInt64, size: Size) {
        var dice = SeededRandom(seed: seed)
        eligibility = Eligibility(classes: size.classes, signatures: size.signatures)
        for pledgeClass in 0..<size.classes {
            for signature in 0..<size.signatures where dice.percent(size.allowedPercent) {
                eligibility.allow(pledgeClass: pledgeClass, signature: signature)
            }
        }
        period = AssignmentPeriod(groups: [], supplies: [])
        let keys = Array(0..<size.groups + 2).shuffled(using: &dice)
        let pledges = Array(0..<size.supplies + 2).shuffled(using: &dice)
        for index in 0..<size.groups { period.groups.append(.random(keys[index], period.groups, size, &dice)) }
        for index in 0..<size.supplies {
            period.supplies.append(
                AssignmentSupply(
                    pledge: pledges[index], pledgeClass: Int.random(in: 0..<size.classes, using: &dice),
                    persons: Int.random(in: 0...size.personsMax, using: &dice)))
        }
        var pairs: Set<Int> = []
        for _ in 0..<size.previous {
            let pledge = Int.random(in: 0..<size.supplies + 2, using: &dice)
            let key = Int.random(in: 0..<size.groups + 2, using: &dice)
            guard pairs.insert(pledge << 32 | key).inserted else { continue }
            let persons = Int.random(in: 1...max(1, size.personsMax), using: &dice)
            previous.append(GroupAssignment(pledge: pledge, key: key, persons: persons))
        }
    }

    func allows(supply: Int, group: Int) -> Bool {
        eligibility.allows(
            pledgeClass: period.supplies[supply].pledgeClass, signature: period.groups[group].signature)
    }

    /// Returns the number of persons of a pledge who were in the groups of a key in the previous period.
    func before(supply: Int, key: Int) -> Int {
        previous.filter { $0.pledge == period.supplies[supply].pledge && $0.key == key }.reduce(0) { $0 + $1.persons }
    }

    /// Returns the number of persons who stay.
    func continuity(of assignments: [GroupAssignment]) -> Int {
        assignments.reduce(0) { sum, assignment in
            let before = previous.filter { $0.pledge == assignment.pledge && $0.key == assignment.key }
            return sum + min(assignment.persons, before.reduce(0) { $0 + $1.persons })
        }
    }

    /// The portions in the strict order, post by post as MODEL § 7 defines the levels.
    var portions: [(group: Int, posts: Int)] {
        var portions: [(group: Int, posts: Int)] = []
        var index = 0
        while index < period.groups.count {
            var end = index + 1
            while let block = period.groups[index].block, end < period.groups.count, period.groups[end].block == block {
                end += 1
            }
            for level in 0..<10 {
                for group in index..<end {
                    let posts = period.groups[group].posts
                    let here = (0..<posts).filter { 10 * $0 / posts == level }.count
                    if here > 0 { portions.append((group, here)) }
                }
            }
            index = end
        }
        return portions
    }

    func solve(
        from start: [ClassAssignment] = []
    ) throws -> (totals: AssignmentTotals, assignments: [GroupAssignment]) {
        var solver = AssignmentSolver(eligibility: eligibility)
        let totals = try solver.totals(period, from: start, isStopped: { false }).totals
        return (totals, try solver.assignments(period, totals: totals, previous: previous, isStopped: { false }))
    }
}

extension AssignmentGroup {
    /// Returns a group that may continue the block of the last of `earlier` or share the key of any of them.
    static func random(
        _ key: Int, _ earlier: [AssignmentGroup], _ size: AssignmentCase.Size, _ dice: inout SeededRandom
    ) -> AssignmentGroup {
        let signature = Int.random(in: 0..<size.signatures, using: &dice)
        var group = AssignmentGroup(
            key: key, signature: signature, posts: Int.random(in: 0...size.postsMax, using: &dice),
            inTheatre: signature * 37 % 100 >= size.abroadPercent, block: nil)
        if dice.percent(size.sharedKeyPercent), let shared = earlier.randomElement(using: &dice) {
            group.key = shared.key
            group.signature = shared.signature
            group.inTheatre = shared.inTheatre
        }
        if dice.percent(size.blockPercent) {
            group.block = earlier.last?.block ?? earlier.count
        } else if dice.percent(size.blockPercent) {
            group.block = earlier.count
        }
        return group
    }
}
