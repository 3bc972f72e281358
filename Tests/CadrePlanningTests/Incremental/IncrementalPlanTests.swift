import Foundation
import TestSupport
import Testing

@testable import CadrePlanning

/// Tests that a plan computed after another equals one from scratch in every figure; the seed reproduces a failure.
@Suite struct IncrementalPlanTests {
    /// The number of sequences: few by default, thousands with CADRE_DRILLS=long.
    private static let sequencesTried: UInt64 =
        ProcessInfo.processInfo.environment["CADRE_DRILLS"] == "long" ? 3_000 : 100

    private func fresh(_ documents: CurrentDocuments) throws -> PlannedMission {
        try #require(try PlannedMission(documents, defaults: Sketch.quiet))
    }

    private func expectSame(_ plan: PlannedMission, _ step: Int) throws {
        let other = try fresh(plan.documents)
        #expect(plan.estimates.head == other.estimates.head, "step \(step)")
        #expect(plan.estimates.summary == other.estimates.summary, "step \(step)")
        for (mine, theirs) in zip(plan.estimates.scenarios, other.estimates.scenarios) {
            #expect(mine.force == theirs.force, "step \(step), \(mine.scenario)")
            #expect(mine.training == theirs.training, "step \(step), \(mine.scenario)")
            #expect(mine.logistics == theirs.logistics, "step \(step), \(mine.scenario)")
            if mine.manning != nil {
                #expect(mine.manning == theirs.manning, "step \(step), \(mine.scenario)")
            }
        }
    }

    @Test("event by event, with assignments at once, later or never", arguments: 0..<sequencesTried)
    func sequences(seed: UInt64) throws {
        var dice = SeededRandom(seed: seed &+ 99)
        var stream = EventStream(seed: seed)
        var plan = try fresh(stream.documents)
        for step in 0..<14 {
            for _ in 0..<Int.random(in: 1...2, using: &dice) { stream.step() }
            if dice.percent(15) {
                // A what-if evaluation does not affect the mission's own plan, and vice versa.
                var trial = stream
                trial.step()
                let tried = try #require(try PlannedMission(trial.documents, defaults: Sketch.quiet, after: plan))
                try expectSame(tried, step)
                if dice.percent(30) { plan = tried }
            }
            plan = try #require(
                try PlannedMission(unseated: stream.documents, defaults: Sketch.quiet, after: plan))
            if dice.percent(70) { try plan.assign() }
            try expectSame(plan, step)
        }
    }

    @Test("scenarios planned separately, in any order, give the same plan", arguments: UInt64(0)..<10)
    func stepByStep(seed: UInt64) throws {
        var stream = EventStream(seed: seed &+ 7_000)
        let before = try fresh(stream.documents)
        stream.step()
        let start = try #require(try PlanStart(stream.documents, defaults: Sketch.quiet, after: before))
        let steps = try [Scenario.full, .committed, .offered].map { try start.step($0) }
        var plan = try PlannedMission(start, steps)
        try plan.assign()
        try expectSame(plan, 0)
        let anew = try #require(try PlanStart(stream.documents, defaults: Sketch.quiet, after: nil))
        #expect(throws: Superseded.self) { try anew.step(.full, isStopped: { true }) }
    }

    @Test("ranges and gaps are those of a plan from scratch", arguments: UInt64(0)..<12)
    func depth(seed: UInt64) throws {
        var stream = EventStream(seed: seed &+ 5_000)
        var plan = try fresh(stream.documents)
        for _ in 0..<5 {
            stream.step()
            plan = try #require(try PlannedMission(stream.documents, defaults: Sketch.quiet, after: plan))
            let other = try fresh(stream.documents)
            #expect(try plan.gaps() == other.gaps())
            #expect(try plan.range(samples: 3) == other.range(samples: 3))
        }
    }
}
