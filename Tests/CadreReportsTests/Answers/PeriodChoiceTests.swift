import CadreContract
import CadrePlanning
import CadreReports
import Testing

@Suite("which period is meant")
struct PeriodChoiceTests {
    private let head = """
        "mission":"m1","asOf":"2024-01-17T08:00:00Z","start":"2024-01-01","periodDays":7,"periods":4
        """

    private func choice(
        _ figure: Question.Figure, _ members: String, _ narrowing: PeriodChoice.Narrowing = .init()
    ) throws -> PeriodChoice {
        PeriodChoice(figure, in: try AnswerFixture.json("{\(head),\(members)}"), narrowedBy: narrowing)
    }

    @Test("the first peak of the figure, or of what comes nearest to it")
    func peak() throws {
        let force = """
            "required":[1,5,5,2],"filled":[0,1,2,1],"bySite":{"s1":{"required":[4,1,1,1],"filled":[0,0,0,1]}},\
            "byCapability":{"guards":{"required":[0,0,0,9],"filled":[1,0,0,0]}}
            """
        #expect(try choice(.forceRequired, force) == PeriodChoice(period: 1, reason: "the peak"))
        #expect(try choice(.forceFilled, force).period == 2)
        #expect(
            try choice(.forceRequired, force, .init(site: "s1"))
                == PeriodChoice(period: 0, reason: "the peak of site s1"))
        #expect(
            try choice(.forceRequired, force, .init(site: "s1", capability: "guards"))
                == PeriodChoice(period: 3, reason: "the peak of capability guards"))
    }

    @Test("graduates of all courses and use at all sites are added first")
    func added() throws {
        let training = #""byCourse":{"a":{"graduates":[5,0,3,0]},"b":{"graduates":[0,0,4,0]}}"#
        #expect(try choice(.trainingGraduates, training).period == 2)
        #expect(try choice(.trainingGraduates, training, .init(course: "a")).period == 0)
        let use = #""commodities":{"water":{"s1":{"use":[5,0,0,3]},"s2":{"use":[0,0,0,3]}}}"#
        #expect(try choice(.logisticsUse, use, .init(commodity: "water")).period == 3)
        #expect(try choice(.logisticsUse, use, .init(site: "s1", commodity: "water")).period == 0)
    }

    @Test("now, within the horizon, where there is no peak")
    func now() throws {
        #expect(
            try choice(.forceRequired, #""required":[0,0,0,0]"#)
                == PeriodChoice(period: 2, reason: "now; there is no peak"))
        #expect(try choice(.logisticsUse, #""commodities":{}"#, .init(commodity: "mail")).period == 2)
    }

    @Test("a date is in the period that holds it, also beyond the horizon; before the start there is none")
    func date() throws {
        let data = try AnswerFixture.json("{\(head)}")
        let dates = ["2024-01-01", "2024-01-14", "2024-01-15", "2024-03-01"]
        let days = try dates.map { try #require(PeriodChoice.day($0)) }
        #expect(days.map { PeriodChoice(holding: $0, in: data)?.period } == [0, 1, 2, 8])
        #expect(PeriodChoice(holding: try #require(PeriodChoice.day("2023-12-31")), in: data) == nil)
        #expect(PeriodChoice.day("2024-02-30") == nil)
        #expect(PeriodChoice.day("12") == nil)
    }
}
