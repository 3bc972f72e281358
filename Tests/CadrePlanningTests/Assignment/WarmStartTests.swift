import TestSupport
import Testing

@testable import CadrePlanning

/// Tests that any start gives the totals of a solve from scratch. Source: MODEL § 7, "unique".
@Suite struct WarmStartTests {
    private static func size(_ seed: UInt64, _ dice: inout SeededRandom) -> AssignmentCase.Size {
        seed % 100 == 0
            ? .medium
            : AssignmentCase.Size(
                groups: Int.random(in: 1...9, using: &dice), supplies: Int.random(in: 1...9, using: &dice),
                classes: Int.random(in: 1...8, using: &dice), signatures: Int.random(in: 1...8, using: &dice),
                personsMax: Int.random(in: 1...5, using: &dice), postsMax: Int.random(in: 1...15, using: &dice),
                allowedPercent: Int.random(in: 15...80, using: &dice),
                abroadPercent: Int.random(in: 0...70, using: &dice), blockPercent: Int.random(in: 0...80, using: &dice),
                previous: 0)
    }

    @Test("any start, even an invalid one, gives the totals of a solve from scratch", arguments: UInt64(0)..<600)
    func anyStart(seed: UInt64) throws {
        var dice = SeededRandom(seed: seed &+ 4_711)
        let size = Self.size(seed, &dice)
        let assignmentCase = AssignmentCase(seed: seed, size: size)
        var solver = AssignmentSolver(eligibility: assignmentCase.eligibility)
        let scratch = try solver.totals(assignmentCase.period, from: [], isStopped: { false })
        var starts = [scratch.placement, scratch.placement + scratch.placement.shuffled(using: &dice)]
        for _ in 0..<4 {
            starts.append(
                (0..<Int.random(in: 1...40, using: &dice)).map { _ in
                    ClassAssignment(
                        pledgeClass: Int32.random(in: -1...Int32(size.classes), using: &dice),
                        signature: Int32.random(in: -1...Int32(size.signatures), using: &dice),
                        persons: dice.percent(10) ? .max : Int32.random(in: -1...Int32(size.personsMax), using: &dice))
                })
        }
        starts.append([ClassAssignment(pledgeClass: .min, signature: .max, persons: .max)])
        for (index, start) in starts.enumerated() {
            let fill = try solver.fill(assignmentCase.period, from: start, isStopped: { false })
            let result = try solver.totals(assignmentCase.period, from: start, isStopped: { false })
            #expect(fill.filled == scratch.totals.filled, "start \(index)")
            #expect(result.totals == scratch.totals, "start \(index)")
            checkPlacement(fill.placement, assignmentCase, filled: fill.filled, used: nil)
            checkPlacement(result.placement, assignmentCase, filled: fill.filled, used: result.totals.used)
        }
    }

    @Test("a placement with the right totals is returned unchanged", arguments: UInt64(0)..<100)
    func fixedPoint(seed: UInt64) throws {
        var dice = SeededRandom(seed: seed &+ 99)
        let assignmentCase = AssignmentCase(seed: seed, size: Self.size(seed, &dice))
        var solver = AssignmentSolver(eligibility: assignmentCase.eligibility)
        let first = try solver.totals(assignmentCase.period, from: [], isStopped: { false }).placement
        let second = try solver.totals(assignmentCase.period, from: first, isStopped: { false }).placement
        #expect(sorted(second) == sorted(first))
    }

    @Test(
        "after any changes of supplies, groups and eligibility, a warm start gives the totals of a solve from scratch",
        arguments: UInt64(0)..<500)
    func changes(seed: UInt64) throws {
        var dice = SeededRandom(seed: seed &+ 31_337)
        var size = Self.size(seed, &dice)
        var assignmentCase = AssignmentCase(seed: seed, size: size)
        var solver = AssignmentSolver(eligibility: assignmentCase.eligibility)
        var placement: [ClassAssignment] = []
        for step in 0..<8 {
            for _ in 0..<Int.random(in: 1...3, using: &dice) {
                if dice.percent(60) {
                    changeSupply(&assignmentCase.period.supplies, size, &dice)
                } else {
                    changeGroup(&assignmentCase.period.groups, size, &dice)
                }
            }
            if dice.percent(15) {
                grow(&assignmentCase.eligibility, &size, &dice)
                solver = AssignmentSolver(eligibility: assignmentCase.eligibility)
            }
            let fill = try solver.fill(assignmentCase.period, from: placement, isStopped: { false }).filled
            let warm = try solver.totals(assignmentCase.period, from: placement, isStopped: { false })
            let scratch = try solver.totals(assignmentCase.period, from: [], isStopped: { false }).totals
            placement = warm.placement
            #expect(warm.totals == scratch, "step \(step)")
            #expect(fill == scratch.filled, "step \(step)")
            checkPlacement(placement, assignmentCase, filled: scratch.filled, used: scratch.used)
        }
        #expect(placement.isEmpty || FlowAssignment(assignmentCase).totals().filled.contains { $0 > 0 })
    }

    @Test("totals kept after a change of persons without posts are those of a solve from scratch")
    func spareSupplies() throws {
        var kept = 0, keptAfterNew = 0
        for seed in UInt64(0)..<600 {
            var dice = SeededRandom(seed: seed &+ 271_828)
            let size = Self.size(seed, &dice)
            var assignmentCase = AssignmentCase(seed: seed, size: size)
            var solver = AssignmentSolver(eligibility: assignmentCase.eligibility)
            for step in 0..<6 {
                let old = assignmentCase.period.supplies
                let totals = try solver.totals(assignmentCase.period, from: [], isStopped: { false }).totals
                for _ in 0..<Int.random(in: 1...2, using: &dice) {
                    changeSupply(&assignmentCase.period.supplies, size, &dice)
                }
                let new = assignmentCase.period.supplies
                guard let after = SpareSupplies.totals(totals, from: old, to: new) else { continue }
                let scratch = try solver.totals(assignmentCase.period, from: [], isStopped: { false }).totals
                #expect(after == scratch, "seed \(seed), step \(step)")
                kept += 1
                let isNew = new.contains { supply in
                    supply.persons > 0 && !old.contains { $0.pledge == supply.pledge }
                }
                if isNew { keptAfterNew += 1 }
            }
        }
        #expect(kept > 500)
        #expect(keptAfterNew > 50)
    }

    private func changeSupply(
        _ supplies: inout [AssignmentSupply], _ size: AssignmentCase.Size, _ dice: inout SeededRandom
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

    private func changeGroup(
        _ groups: inout [AssignmentGroup], _ size: AssignmentCase.Size, _ dice: inout SeededRandom
    ) {
        let key = (groups.map(\.key).max() ?? 0) + 1
        switch Int.random(in: 0...3, using: &dice) {
        case 0: groups.append(.random(key, groups, size, &dice))
        case 1 where !groups.isEmpty: groups.remove(at: Int.random(in: 0..<groups.count, using: &dice))
        case 2: groups.insert(.random(key, [], size, &dice), at: 0)
        default:
            guard let index = groups.indices.randomElement(using: &dice) else { return }
            groups[index].posts = Int.random(in: 0...size.postsMax, using: &dice)
        }
    }

    private func grow(
        _ eligibility: inout Eligibility, _ size: inout AssignmentCase.Size, _ dice: inout SeededRandom
    ) {
        let pledgeClass = eligibility.addClass(), signature = eligibility.addSignature()
        size.classes += 1
        size.signatures += 1
        for other in 0..<size.signatures where dice.percent(size.allowedPercent) {
            eligibility.allow(pledgeClass: pledgeClass, signature: other)
        }
        for other in 0..<size.classes where dice.percent(size.allowedPercent) {
            eligibility.allow(pledgeClass: other, signature: signature)
        }
    }

    private func sorted(_ placement: [ClassAssignment]) -> [ClassAssignment] {
        placement.sorted { ($0.pledgeClass, $0.signature) < ($1.pledgeClass, $1.signature) }
    }

    /// Checks that a placement is eligible, has one entry per pair, and has these totals.
    private func checkPlacement(
        _ placement: [ClassAssignment], _ assignmentCase: AssignmentCase, filled: [Int], used: [Int]?
    ) {
        var byClass: [Int: Int] = [:], bySignature: [Int: Int] = [:]
        var pairs: Set<[Int32]> = []
        for cell in placement {
            let pledgeClass = Int(cell.pledgeClass), signature = Int(cell.signature)
            #expect(cell.persons > 0)
            #expect(pairs.insert([cell.pledgeClass, cell.signature]).inserted)
            #expect(assignmentCase.eligibility.allows(pledgeClass: pledgeClass, signature: signature))
            byClass[pledgeClass, default: 0] += Int(cell.persons)
            bySignature[signature, default: 0] += Int(cell.persons)
        }
        var expected: [Int: Int] = [:]
        for (group, persons) in zip(assignmentCase.period.groups, filled) where persons > 0 {
            expected[group.signature, default: 0] += persons
        }
        #expect(bySignature == expected)
        var supplied: [Int: Int] = [:]
        for (index, supply) in assignmentCase.period.supplies.enumerated() {
            let persons = used?[index] ?? supply.persons
            if persons > 0 { supplied[supply.pledgeClass, default: 0] += persons }
        }
        if used == nil {
            #expect(byClass.allSatisfy { $0.value <= supplied[$0.key, default: 0] })
        } else {
            #expect(byClass == supplied)
        }
    }
}
