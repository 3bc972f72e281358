import CadreContract
import CadrePlanning
import Foundation
import Testing

/// The law of MODEL § 11 for every figure of the example missions: the parts add up to the published figure, and each
/// names an event of the mission.
@Suite("Every figure of the examples, explained")
struct ExplainedExamplesTests {
    private struct Story {
        var planned: PlannedMission
        var ids: Set<String>

        init(_ example: String) throws {
            let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
            let file = root.standardized.appending(path: "Examples/\(example)/events.ndjson")
            var ledger = EventLedger()
            var ids: Set<String> = []
            for line in try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")) {
                for case .event(let received) in EventReader().read(payload: Array(line)) {
                    ids.insert(received.event.stamp.id)
                    _ = ledger.accept(received)
                }
            }
            let documents = try #require(ledger.missions.values.first)
            planned = try #require(try PlannedMission(documents, defaults: DefaultFactors.all))
            self.ids = ids
        }

        func expect(_ question: Question, is published: Double) throws {
            let explanation = try planned.explain(question).get()
            let isWhole = question.figure == .forceRequired || question.figure == .forceFilled
            let tolerance = isWhole ? 0 : 1e-9 * max(1, abs(published))
            let sum = explanation.parts.reduce(0) { $0 + $1.value.number }
            #expect(abs(explanation.value.number - published) <= tolerance, "\(question)")
            #expect(abs(sum - published) <= tolerance, "\(question)")
            for part in explanation.parts {
                #expect(part.event.map(ids.contains) ?? true, "\(question): \(part.event ?? "")")
                #expect(part.source.hasPrefix("MODEL §"), "\(question): \(part.source)")
            }
        }
    }

    private static let arguments = ["ntm-i-2004", "nmi-2018"].flatMap { example in
        Scenario.allCases.map { (example, $0) }
    }

    @Test("posts and their fill", arguments: arguments)
    func force(example: String, scenario: Scenario) throws {
        let story = try Story(example)
        let force = try #require(story.planned.estimates[scenario]?.force)
        for period in 0..<story.planned.estimates.head.periods {
            for figure in [Question.Figure.forceRequired, .forceFilled] {
                func published(_ strength: Strength) -> Double {
                    Double(figure == .forceRequired ? strength.required[period] : strength.filled[period])
                }
                var question = Question(figure, scenario: scenario, period: period)
                try story.expect(question, is: published(force.inTheatre))
                for row in force.bySite.all {
                    question.site = ID(row.name)
                    try story.expect(question, is: published(row.value))
                }
                question.site = nil
                for row in force.byCapability.all {
                    question.capability = Capability(row.name)
                    try story.expect(question, is: published(row.value))
                }
            }
        }
    }

    @Test("graduates and consumption", arguments: arguments)
    func trainingAndUse(example: String, scenario: Scenario) throws {
        let story = try Story(example)
        let estimates = try #require(story.planned.estimates[scenario])
        let courses = estimates.training.byCourse.all
        for period in 0..<story.planned.estimates.head.periods {
            var question = Question(.trainingGraduates, scenario: scenario, period: period)
            try story.expect(question, is: courses.reduce(0) { $0 + $1.value.graduates[period] })
            for row in courses {
                question.course = ID(row.name)
                try story.expect(question, is: row.value.graduates[period])
            }
            question = Question(.logisticsUse, scenario: scenario, period: period)
            for commodity in estimates.logistics.commodities.all {
                question.commodity = ID(commodity.name)
                question.site = nil
                try story.expect(question, is: commodity.value.all.reduce(0) { $0 + $1.value.use[period] })
                for row in commodity.value.all {
                    question.site = ID(row.name)
                    try story.expect(question, is: row.value.use[period])
                }
            }
        }
    }
}
