import Testing

@testable import CadrePlanning

@Suite struct QuestionFaultTests {
    private let sketch: Sketch = {
        var sketch = Sketch(periods: 10)
        sketch.site("S")
        sketch.site("A", inTheatre: false)
        sketch.line("L", "trainer", posts: 2)
        // Names an unknown entity, so it is inert: it requires no posts.
        sketch.line("M", "driver", posts: 2, at: "nowhere")
        sketch.course("C", days: 7, seats: 10, instructors: [.one("trainer.medical")])
        sketch.people("P", "cook", 3)
        let guards = EnablingRule(capability: Capability("guard"), demand: .perSite(count: ByThreat(1)))
        sketch.factor(.rule(ID("guards"), guards))
        sketch.factor(
            .commodity(
                ID("water"),
                Commodity(
                    unit: "L", supplyClass: "I", perPersonDay: .init(temperate: 1, hot: 1, cold: 1), perSiteDay: 0,
                    kgPerUnit: 1, unitCost: 0, stockDays: 1, lifted: 1)))
        return sketch
    }()

    private func fault(_ question: Question) throws -> QuestionFault? {
        switch try sketch.planned().explain(question) {
        case .success: nil
        case .failure(let fault): fault
        }
    }

    /// Returns the text of the fault in a control error.
    private func text(_ fault: QuestionFault) -> String { "\(fault.reason); give \(fault.expected)" }

    private func question(_ figure: Question.Figure, _ change: (inout Question) -> Void) -> Question {
        var question = Question(figure, scenario: .offered, period: 0)
        change(&question)
        return question
    }

    @Test("a period outside the horizon is rejected with the horizon", arguments: [-1, 10, Int.max, Int.min])
    func period(period: Int) throws {
        for figure in Question.Figure.allCases {
            let fault = try #require(try fault(question(figure) { $0.period = period }))
            #expect(fault == .period(period, periods: 10))
            #expect(fault.member == .period)
            #expect(text(fault) == "period \(period) is outside the horizon; give 0 to 9")
        }
    }

    @Test("an unknown name is rejected with the valid names")
    func unknown() throws {
        #expect(
            try fault(question(.forceRequired) { $0.site = ID("nowhere") })
                == .unknown(.site, name: "nowhere", known: ["A", "S"]))
        // No cook and no driver is required: the line is inert.
        for code in ["cook", "driver", "train"] {
            #expect(
                try fault(question(.forceFilled) { $0.capability = Capability(code) })
                    == .unknown(.capability, name: code, known: ["guard", "trainer", "trainer.medical"]))
        }
        #expect(
            try fault(question(.trainingGraduates) { $0.course = ID("c") })
                == .unknown(.course, name: "c", known: ["C"]))
        let fuel = try #require(try fault(question(.logisticsUse) { $0.commodity = ID("fuel") }))
        #expect(fuel == .unknown(.commodity, name: "fuel", known: ["water"]))
        #expect(text(fuel) == "commodity fuel is not known here; give one of water")
    }

    @Test("use needs a commodity, and any site that it names must be in theatre")
    func use() throws {
        let missing = try #require(try fault(question(.logisticsUse) { $0.site = ID("S") }))
        #expect(missing == .missing(.commodity, known: ["water"]))
        #expect(text(missing) == "commodity is missing; give one of water")
        let abroad = question(.logisticsUse) {
            $0.commodity = ID("water")
            $0.site = ID("A")
        }
        #expect(try fault(abroad) == .unknown(.site, name: "A", known: ["S"]))
    }

    @Test("a figure is narrowed only by its own members")
    func unfit() throws {
        for figure in Question.Figure.allCases {
            for member in Question.Member.allCases where member != .period && !figure.narrowings.contains(member) {
                let asked = question(figure) { question in
                    switch member {
                    case .period: break
                    case .site: question.site = ID("S")
                    case .capability: question.capability = Capability("trainer")
                    case .course: question.course = ID("C")
                    case .commodity: question.commodity = ID("water")
                    case .run: question.run = "D#1"
                    case .kind: question.kind = .lift
                    case .nation: question.nation = ID("NOR")
                    case .fund: question.fund = ID("f")
                    }
                }
                #expect(try fault(asked) == .unfit(member, figure))
            }
        }
        #expect(
            text(.unfit(.course, .forceFilled))
                == "force.filled is not narrowed by course; give "
                + "no course, but site and capability")
    }

    @Test("only the first of very many names are listed")
    func manyNames() {
        let fault = QuestionFault.unknown(.site, name: "x", known: (100..<400).map { "S\($0)" })
        #expect(fault.expected.hasPrefix("one of 300: S100, S101, "))
        #expect(fault.expected.hasSuffix("S119 …"))
        #expect(QuestionFault.missing(.commodity, known: []).expected == "none: the plan has none")
    }
}
