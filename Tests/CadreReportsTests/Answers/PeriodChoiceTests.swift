import CadreContract
import CadrePlanning
import CadreReports
import Testing

@Suite("which period is meant")
struct PeriodChoiceTests {
    private func head(_ today: String) -> String {
        """
        "mission":"m1","asOf":"\(today)T08:00:00Z","start":"2024-01-01","periodDays":7,"periods":4
        """
    }

    private func choice(
        _ figure: Question.Figure, _ members: String, _ narrowing: PeriodChoice.Narrowing = .init(),
        on today: String = "2024-01-01"
    ) throws -> PeriodChoice {
        PeriodChoice(figure, in: try AnswerFixture.json("{\(head(today)),\(members)}"), narrowedBy: narrowing)
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

    @Test("gaps, lift and costs, narrowed by what the estimates have a series of")
    func derived() throws {
        let force = """
            "required":[5,5,9,2],"filled":[0,4,8,1],"bySite":{"s1":{"required":[0,3,0,9],"filled":[0,0,0,9]}}
            """
        #expect(try choice(.forceGap, force).period == 0)
        #expect(try choice(.forceGap, force, .init(site: "s1")).period == 1)
        let logistics = """
            "lift":{"s1":{"kg":[1,0,0,0]},"s2":{"kg":[0,0,3,0]}},"money":{"costs":{"lift":[0,9,0,0],"sales":[0,0,0,8]},\
            "nations":{"NOR":[0,0,7,0]},"funds":{"f":{"pledged":9,"balance":[8,8,8,2]}}}
            """
        #expect(try choice(.logisticsLift, logistics).period == 2)
        #expect(try choice(.logisticsLift, logistics, .init(site: "s1")).period == 0)
        #expect(try choice(.logisticsCost, logistics).period == 1)
        #expect(try choice(.logisticsCost, logistics, .init(kind: "sales")).period == 3)
        #expect(try choice(.logisticsCost, logistics, .init(nation: "NOR")).period == 2)
        #expect(
            try choice(.logisticsCost, logistics, .init(fund: "f"))
                == PeriodChoice(period: 3, reason: "the peak of fund f"))
    }

    @Test("what is to come goes before what is past, however much greater it was")
    func fromNow() throws {
        #expect(
            try choice(.forceRequired, #""required":[9,9,3,5]"#, on: "2024-01-17")
                == PeriodChoice(period: 3, reason: "the peak from now on"))
        #expect(
            try choice(.forceRequired, #""required":[9,8,0,0]"#, on: "2024-01-17")
                == PeriodChoice(period: 0, reason: "the peak, which is past"))
    }

    @Test("now, within the horizon, where there is no peak")
    func now() throws {
        #expect(
            try choice(.forceRequired, #""required":[0,0,0,0]"#, on: "2024-01-17")
                == PeriodChoice(period: 2, reason: "now; there is no peak"))
        #expect(try choice(.logisticsUse, #""commodities":{}"#, .init(commodity: "mail"), on: "2024-01-17").period == 2)
    }

    @Test("a date is in the period that holds it, also beyond the horizon; before the start there is none")
    func date() throws {
        let data = try AnswerFixture.json("{\(head("2024-01-17"))}")
        let dates = ["2024-01-01", "2024-01-14", "2024-01-15", "2024-03-01"]
        let days = try dates.map { try #require(PeriodChoice.day($0)) }
        #expect(days.map { PeriodChoice(holding: $0, in: data)?.period } == [0, 1, 2, 8])
        #expect(PeriodChoice(holding: try #require(PeriodChoice.day("2023-12-31")), in: data) == nil)
        #expect(PeriodChoice.day("2024-02-30") == nil)
        #expect(PeriodChoice.day("12") == nil)
    }
}
