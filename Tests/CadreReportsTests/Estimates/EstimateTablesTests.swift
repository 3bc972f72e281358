import CadreContract
@testable import CadrePlanning
import CadreReports
import Testing

@Suite("estimates in tables")
struct EstimateTablesTests {
    @Test("the summary's scenarios are in the order of firmness, with dates for periods")
    func summary() throws {
        let tables = EstimateTables().tables(try BoardFixture.summary(filled: 6, revision: 3))
        let table = try #require(tables.first)
        #expect(table.title == "m1: as of 2024-01-09T08:00:00Z, revision 3")
        #expect(table.rows.map(\.[0]) == ["committed", "offered", "full"])
        #expect(table.rows[1] == ["offered", "10", "2024-01-01", "6", "2024-01-01", "12.5", "20", "3", "1: 16"])
        let sets = try #require(tables.first { $0.title.contains("by set") })
        #expect(sets.rows == [["no set", "2"], ["Atlas 2", "9"]])
    }

    @Test("a series becomes one row per period, any other figure one row with its path")
    func figures() throws {
        var figures = Figures()
        figures.add(try BoardFixture.force(filled: 6, revision: 3))
        #expect(figures.table.rows.count == 8)
        #expect(figures.table.rows.first == ["m1", "force.offered", "filled", "0", "2024-01-01", "6"])
        #expect(figures.table.rows.last == ["m1", "force.offered", "required", "3", "2024-01-22", "10"])
    }

    private func rows(_ figures: PublishedEstimate.Figures, _ title: String) throws -> [[String]] {
        let estimate = PublishedEstimate(head: try EstimateFixture.head(periods: 2), figures: figures)
        return try #require(EstimateTables(chartWidth: 2).tables(estimate).first { $0.title.contains(title) }).rows
    }

    @Test("the posts and supplies to be provided by others are lists")
    func hosted() throws {
        var force = ForceEstimate.empty
        force.hosted = Rows([("s1", Rows([("guard", [2, 5]), ("support.medical", [0, 1])]))])
        let posts = try rows(.force(.offered, force), "posts to be provided by others")
        #expect(posts.map { Array($0[..<3]) } == [["s1", "guard", "5"], ["s1", "support.medical", "1"]])
        var logistics = LogisticsEstimate.empty
        logistics.hosted = Rows([("water", Rows([("s1", [100, 50.5])]))])
        let supplies = try rows(.logistics(.offered, logistics), "supplies to be provided by others")
        #expect(supplies.map { Array($0[..<3]) } == [["water", "s1", "150.5"]])
    }

    @Test("movement and the cost of people by nation, and no nation among the kinds of movement")
    func nations() throws {
        var logistics = LogisticsEstimate.empty
        logistics.movement = .init(
            arrivals: [3, 1], departures: [0, 1], rotations: [0, 0], sorties: [1, 1],
            byNation: Rows([("NOR", .init(arrivals: [3, 1], departures: [0, 1], rotations: [0, 0]))]))
        logistics.nations = Rows([("NOR", [10, 20])])
        let moved = try rows(.logistics(.full, logistics), "movement, persons and sorties")
        #expect(moved.map(\.[0]) == ["arrivals", "departures", "rotations", "sorties"])
        let byNation = try rows(.logistics(.full, logistics), "movement by nation")
        #expect(byNation.map { Array($0[..<4]) } == [["NOR", "4", "1", "0"]])
        let cost = try rows(.logistics(.full, logistics), "cost of people by nation")
        #expect(cost.map { Array($0[..<2]) } == [["NOR", "30"]])
    }

    @Test("graduates that no demand asks for have a column, and runs name the organisation that gives them")
    func training() throws {
        var training = TrainingEstimate.empty
        training.byCourse = Rows([("c1", .init(wanted: 40, expected: 40, others: 2.5, graduates: [0, 42.5]))])
        training.runs = [("r1", "EU"), ("r2", ""), ("r3", nil)].map { run, provider in
            .init(
                run: run, demand: nil, course: ID("c1"), site: ID("s1"), provider: provider, first: 0, last: 1,
                seats: 20, staffing: 1, graduates: 18)
        }
        let courses = try rows(.training(.offered, training), "graduates by course")
        #expect(courses.map { Array($0[..<4]) } == [["c1", "40", "40", "2.5"]])
        #expect(try rows(.training(.offered, training), "runs").map(\.[3]) == ["EU", "another organisation", ""])
    }

    @Test("a package is one row with all its pledges")
    func packages() throws {
        func pledge(_ capability: String, _ quantity: Int, from: Int, site: String) -> GapsEstimate.Package.Pledge {
            .init(
                capability: Capability(capability), quantity: quantity, from: Day(number: from),
                until: Day(number: 19_737), site: ID(site))
        }
        var gaps = GapsEstimate.empty
        gaps.packages = [
            .init(
                priority: 2,
                pledges: [
                    pledge("guard", 5, from: 19_723, site: "s1"), pledge("medic", 1, from: 19_730, site: "s2"),
                ], gain: .init(graduates: 18, personPeriods: [10, 0, 0, 0, 0]))
        ]
        #expect(
            try rows(.gaps(gaps), "pledges that help together") == [
                [
                    "2", "5 guard (for s1), 2024-01-01 to 2024-01-15; 1 medic (for s2), 2024-01-08 to 2024-01-15", "18",
                    "1: 10",
                ]
            ])
    }

    @Test("estimates of any figures give tables and no trap", arguments: [Int.min, -1, 0, 1, Int.max])
    func extremes(number: Int) throws {
        var training = TrainingEstimate.empty
        training.runs = [.empty]
        training.runs[0].first = number
        training.runs[0].last = number
        training.runs[0].seats = number
        var summary = EstimateFixture.summary(filled: number, period: number, gaps: [number, number])
        summary.alerts = [EstimateFixture.alert(.beds, "s1", number)]
        let force = EstimateFixture.force(
            Strength(required: [number, number, number], filled: [number]), bySite: [("s1", .empty)])
        for figures: PublishedEstimate.Figures in [
            .summary(summary), .force(.full, force), .training(.full, training), .logistics(.full, .empty),
            .manning(.full, .empty), .range(.empty), .gaps(.empty),
        ] {
            let estimate = PublishedEstimate(head: try EstimateFixture.head(), figures: figures)
            for table in EstimateTables().tables(estimate) { #expect(!table.text(width: 20).isEmpty) }
        }
    }
}
