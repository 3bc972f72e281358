import TestSupport
import Testing

@testable import CadrePlanning

/// Tests of numbers that other classes and signatures reuse in later periods. Source: MODEL § 7, "may fill".
@Suite struct PeriodMatrixTests {
    /// A mission of many classes and signatures, of which each period uses some.
    private struct Mission {
        var eligibility = Eligibility(classes: 400, signatures: 300)
        var dice: SeededRandom

        init(seed: UInt64) {
            dice = SeededRandom(seed: seed)
            for pledgeClass in 0..<400 {
                for signature in 0..<300 where dice.percent(6) {
                    eligibility.allow(pledgeClass: pledgeClass, signature: signature)
                }
            }
        }

        mutating func period(supplies: Int, groups: Int) -> AssignmentPeriod {
            AssignmentPeriod(
                groups: (0..<groups).map { key in
                    let signature = Int.random(in: 0..<300, using: &dice)
                    return AssignmentGroup(
                        key: key, signature: signature, posts: Int.random(in: 0...3, using: &dice),
                        inTheatre: signature % 4 > 0, block: dice.percent(30) ? key / 5 : nil)
                },
                supplies: (0..<supplies).map {
                    AssignmentSupply(
                        pledge: $0, pledgeClass: Int.random(in: 0..<400, using: &dice),
                        persons: Int.random(in: 0...3, using: &dice))
                })
        }
    }

    @Test(
        "after any periods, a pair of the period is eligible in both directions if and only if it was allowed",
        arguments: UInt64(0)..<8)
    func pairs(seed: UInt64) {
        var mission = Mission(seed: seed)
        let matrix = PeriodMatrix(EligibilityMatrix(mission.eligibility))
        let classOfSupply = Arena<Int, ClassIndex>(), kindOfGroup = Arena<Int, KindIndex>()
        for _ in 0..<12 {
            let period = mission.period(
                supplies: Int.random(in: 0...150, using: &mission.dice),
                groups: Int.random(in: 0...100, using: &mission.dice))
            classOfSupply.reserve(150)
            kindOfGroup.reserve(100)
            matrix.load(period, classOfSupply.cells, kindOfGroup.cells)
            var wrong = 0
            for (supplyIndex, supply) in period.supplies.enumerated() where supply.persons > 0 {
                let row = classOfSupply.cells[supplyIndex]
                if matrix.pledgeClass(of: row) != supply.pledgeClass { wrong += 1 }
                if matrix.index(ofClass: supply.pledgeClass) != row { wrong += 1 }
                for (groupIndex, group) in period.groups.enumerated() where group.posts > 0 {
                    let column = kindOfGroup.cells[groupIndex]
                    if matrix.signature(of: column) != group.signature { wrong += 1 }
                    let expected = mission.eligibility.allows(
                        pledgeClass: supply.pledgeClass, signature: group.signature)
                    if matrix.kindsOfClass.contains(column.number, in: row.number) != expected { wrong += 1 }
                    if matrix.classesOfKind.contains(row.number, in: column.number) != expected { wrong += 1 }
                }
            }
            #expect(wrong == 0)
            for pledgeClass in 0..<400 where !period.supplies.contains(where: { $0.pledgeClass == pledgeClass }) {
                #expect(matrix.index(ofClass: pledgeClass) == nil)
            }
        }
    }

    @Test("a solver that has solved many periods gives the totals of a new one", arguments: UInt64(0)..<12)
    func passing(seed: UInt64) throws {
        var mission = Mission(seed: seed &+ 500)
        var used = AssignmentSolver(eligibility: mission.eligibility)
        var placement: [ClassAssignment] = []
        for _ in 0..<10 {
            let period = mission.period(
                supplies: Int.random(in: 0...150, using: &mission.dice),
                groups: Int.random(in: 0...100, using: &mission.dice))
            var fresh = AssignmentSolver(eligibility: mission.eligibility)
            let expected = try fresh.totals(period, from: [], isStopped: { false }).totals
            let result = try used.totals(period, from: placement, isStopped: { false })
            placement = result.placement
            #expect(result.totals == expected)
        }
    }
}
