import CadreContract
@testable import CadrePlanning
import CadreReports
import Testing

@Suite("which period is meant")
struct PeriodChoiceTests {
    private func choice(
        _ figure: Question.Figure, _ figures: PublishedEstimate.Figures, _ narrowing: PeriodChoice.Narrowing = .init(),
        on today: String = "2024-01-01"
    ) throws -> PeriodChoice {
        let estimate = PublishedEstimate(head: try EstimateFixture.head(today: today), figures: figures)
        return PeriodChoice(figure, in: estimate, narrowedBy: narrowing)
    }

    private func strength(_ required: [Int], _ filled: [Int] = [0, 0, 0, 0]) -> Strength {
        Strength(required: required, filled: filled)
    }

    @Test("the first peak of the figure, or of the series that comes nearest to it")
    func peak() throws {
        let force = PublishedEstimate.Figures.force(
            .offered,
            EstimateFixture.force(
                strength([1, 5, 5, 2], [0, 1, 2, 1]), bySite: [("s1", strength([4, 1, 1, 1], [0, 0, 0, 1]))],
                byCapability: [("guards", strength([0, 0, 0, 9], [1, 0, 0, 0]))]))
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
        func graduates(_ series: [Double]) -> TrainingEstimate.Graduates {
            .init(wanted: 0, expected: 0, others: 0, graduates: series)
        }
        var courses = TrainingEstimate.empty
        courses.byCourse = Rows([("a", graduates([5, 0, 3, 0])), ("b", graduates([0, 0, 4, 0]))])
        let training = PublishedEstimate.Figures.training(.offered, courses)
        #expect(try choice(.trainingGraduates, training).period == 2)
        #expect(try choice(.trainingGraduates, training, .init(course: "a")).period == 0)
        func stock(_ use: [Double]) -> LogisticsEstimate.Stock {
            .init(use: use, delivered: [], stock: [], short: [], daysOfSupply: [])
        }
        var logistics = LogisticsEstimate.empty
        logistics.commodities = Rows([("water", Rows([("s1", stock([5, 0, 0, 3])), ("s2", stock([0, 0, 0, 3]))]))])
        let use = PublishedEstimate.Figures.logistics(.offered, logistics)
        #expect(try choice(.logisticsUse, use, .init(commodity: "water")).period == 3)
        #expect(try choice(.logisticsUse, use, .init(site: "s1", commodity: "water")).period == 0)
    }

    @Test("gaps, lift and costs, narrowed by the series that the estimates have")
    func derived() throws {
        let force = PublishedEstimate.Figures.force(
            .offered,
            EstimateFixture.force(
                strength([5, 5, 9, 2], [0, 4, 8, 1]), bySite: [("s1", strength([0, 3, 0, 9], [0, 0, 0, 9]))]))
        #expect(try choice(.forceGap, force).period == 0)
        #expect(try choice(.forceGap, force, .init(site: "s1")).period == 1)
        var figures = LogisticsEstimate.empty
        figures.lift = Rows([("s1", .init(kg: [1, 0, 0, 0], loads: [])), ("s2", .init(kg: [0, 0, 3, 0], loads: []))])
        figures.costs = Rows([("lift", [0, 9, 0, 0]), ("sales", [0, 0, 0, 8])])
        figures.nations = Rows([("NOR", [0, 0, 7, 0])])
        figures.funds = Rows([("f", .init(pledged: 9, received: 0, balance: [8, 8, 8, 2], shortFrom: nil))])
        let logistics = PublishedEstimate.Figures.logistics(.offered, figures)
        #expect(try choice(.logisticsLift, logistics).period == 2)
        #expect(try choice(.logisticsLift, logistics, .init(site: "s1")).period == 0)
        #expect(try choice(.logisticsCost, logistics).period == 1)
        #expect(try choice(.logisticsCost, logistics, .init(kind: "sales")).period == 3)
        #expect(try choice(.logisticsCost, logistics, .init(nation: "NOR")).period == 2)
        #expect(
            try choice(.logisticsCost, logistics, .init(fund: "f"))
                == PeriodChoice(period: 3, reason: "the peak of fund f"))
    }

    private func required(_ required: [Int]) -> PublishedEstimate.Figures {
        .force(.offered, EstimateFixture.force(strength(required)))
    }

    @Test("a peak from now on goes before a past peak, however much greater")
    func fromNow() throws {
        #expect(
            try choice(.forceRequired, required([9, 9, 3, 5]), on: "2024-01-17")
                == PeriodChoice(period: 3, reason: "the peak from now on"))
        #expect(
            try choice(.forceRequired, required([9, 8, 0, 0]), on: "2024-01-17")
                == PeriodChoice(period: 0, reason: "the peak, which is past"))
    }

    @Test("the current period, within the horizon, if there is no peak")
    func now() throws {
        #expect(
            try choice(.forceRequired, required([0, 0, 0, 0]), on: "2024-01-17")
                == PeriodChoice(period: 2, reason: "now; there is no peak"))
        #expect(
            try choice(.logisticsUse, .logistics(.offered, .empty), .init(commodity: "mail"), on: "2024-01-17").period
                == 2)
        #expect(try choice(.forceRequired, .gaps(.empty), on: "2024-03-17").period == 3)
    }

    @Test("a date is in the period that holds it, also beyond the horizon; before the start there is none")
    func date() throws {
        let head = try EstimateFixture.head(today: "2024-01-17")
        let dates = ["2024-01-01", "2024-01-14", "2024-01-15", "2024-03-01"]
        let days = try dates.map { try #require(PeriodChoice.day($0)) }
        #expect(days.map { PeriodChoice(holding: $0, in: head)?.period } == [0, 1, 2, 8])
        #expect(PeriodChoice(holding: try #require(PeriodChoice.day("2023-12-31")), in: head) == nil)
        #expect(PeriodChoice.day("2024-02-30") == nil)
        #expect(PeriodChoice.day("12") == nil)
    }
}
