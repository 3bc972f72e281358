@testable import CadrePlanning

/// Estimates written by hand for tests of the encoding; the model would not compute them.
enum EstimateSamples {
    static let head = EstimateHead(
        mission: ID("ntm-i"), revision: 140, cause: "e-140", asOf: Instant(seconds: 1_092_477_600, fraction: "250"),
        start: Day(number: 12_644), periodDays: 7, periods: 2, marking: "EXERCISE \"A\"")

    /// A mission of one period without rows, marking and pledges.
    static var empty: Estimates {
        var estimates = withoutRows
        estimates.take(range(periods: 1))
        estimates.gaps = GapsEstimate(shortfalls: [], advice: [], packages: [], dependence: [])
        return estimates
    }

    private static var withoutRows: Estimates {
        var head = head
        head.periods = 1
        head.marking = nil
        let peak = SummaryEstimate.Peak(peak: 0, period: 0)
        return Estimates(
            head: head,
            summary: SummaryEstimate(
                scenarios: Scenario.allCases.map {
                    SummaryEstimate.Headline(
                        scenario: $0, required: peak, filled: peak, wanted: 0, expected: 0, others: 0,
                        gapPersonPeriods: [0, 0, 0, 0, 0])
                },
                pledges: Rows(), nations: Rows(), factors: [], unresolved: [], alerts: []),
            scenarios: Scenario.allCases.map { scenario in
                ScenarioEstimates(
                    scenario: scenario,
                    force: ForceEstimate(
                        inTheatre: strength([0], [0]), abroad: strength([0], [0]), visiting: strength([0], [0]),
                        byCapability: Rows(), bySite: Rows(), byLine: Rows(), byNation: Rows(), hosted: Rows()),
                    manning: ManningEstimate(assignments: [], surplus: []),
                    training: TrainingEstimate(
                        byCourse: Rows(), byLevel: Rows(), byAudience: Rows(), instructors: Rows(), runs: [],
                        hostInstructors: Rows(), infeasible: []),
                    logistics: LogisticsEstimate(
                        commodities: Rows(), hosted: Rows(), lift: Rows(),
                        movement: .init(
                            arrivals: [0], departures: [0], rotations: [0], sorties: [0], byNation: Rows()),
                        beds: Rows(), power: Rows(), classrooms: Rows(), equipment: Rows(), costs: Rows(),
                        nations: Rows(), funds: Rows()))
            })
    }

    /// Every kind of row at least once, optional members both present and absent.
    static var full: Estimates {
        var estimates = withRows
        estimates.take(range(periods: 2))
        estimates.gaps = gaps
        return estimates
    }

    private static var withRows: Estimates {
        Estimates(
            head: head, summary: summary,
            scenarios: Scenario.allCases.map {
                ScenarioEstimates(
                    scenario: $0, force: force, manning: manning, training: training, logistics: logistics)
            })
    }

    static func strength(_ required: [Int], _ filled: [Int]) -> Strength {
        Strength(required: required, filled: filled)
    }

    static let force = ForceEstimate(
        inTheatre: strength([56, 95], [56, 60]), abroad: strength([0, 4], [0, 3]), visiting: strength([0, 2], [0, 0]),
        byCapability: Rows([("trainer.staff", strength([24, 24], [24, 20]))]),
        bySite: Rows([("baghdad", strength([56, 95], [56, 60])), ("mons", strength([0, 4], [0, 3]))]),
        byLine: Rows([("hq-staff", strength([32, 71], [32, 40]))]),
        byNation: Rows([("NOR", [7, 7]), ("HUN", [16, 0])]),
        hosted: Rows([("baghdad", Rows([("protection.guard", [12, 13]), ("support.medical", [0, 2])]))]))

    static let manning = ManningEstimate(
        assignments: [
            .init(pledge: ID("NOR/P-1"), group: "line/hq-staff", from: 0, until: 2, persons: 7),
            .init(pledge: ID("NOR/P-1"), group: "track/d-1/0/0", from: 0, until: 1, persons: 1),
            .init(pledge: ID("HUN/P.2"), group: "run/r-1/1", from: 0, until: 1, persons: 3),
            .init(pledge: ID("HUN/P.2"), group: "enabling/baghdad/protection.guard", from: 0, until: 1, persons: 13),
        ],
        surplus: [
            .init(pledge: ID("HUN/P.2"), reason: .caveat(.notSites), from: 1, until: 2, persons: 16),
            .init(pledge: ID("CAN/P-3"), reason: .noPostNeedsIt, from: 0, until: 2, persons: 5),
        ])

    static let training = TrainingEstimate(
        byCourse: Rows([("staff", .init(wanted: 40, expected: 40, others: 2.8, graduates: [0, 42.8]))]),
        byLevel: Rows([("basic", .init(wanted: 40, expected: 40, others: 2.8, graduates: [0, 42.8]))]),
        byAudience: Rows([("army", .init(wanted: 40, expected: 40, others: 2.8, graduates: [0, 42.8]))]),
        instructors: Rows([("staff", .init(required: [4, 4], local: [0, 1], filled: [3, 3]))]),
        runs: [
            .init(
                run: "d-1#1", demand: ID("d-1"), course: ID("staff"), site: ID("baghdad"), first: -1, last: 1,
                seats: 20,
                staffing: 5.0 / 6, graduates: 21.4),
            .init(
                run: "r-1", demand: nil, course: ID("staff"), site: ID("baghdad"), provider: "European Union", first: 0,
                last: 1, seats: 20,
                staffing: 1, graduates: 21.4),
        ],
        hostInstructors: Rows([("trainer.staff", [0, 1.5])]), infeasible: [ID("d-2")])

    static let logistics = LogisticsEstimate(
        commodities: Rows([
            (
                "water",
                Rows([
                    (
                        "baghdad",
                        .init(
                            use: [588, 0], delivered: [600.5, 0], stock: [0, 12.5], short: [0, 0],
                            daysOfSupply: [7.148809523809524, nil])
                    )
                ])
            )
        ]),
        hosted: Rows([("water", Rows([("taji", [0, 350.5])]))]),
        lift: Rows([("baghdad", .init(kg: [600.5, 0], loads: [1, 0]))]),
        movement: .init(
            arrivals: [56, 4], departures: [0, 0], rotations: [0, 1], sorties: [1, 1],
            byNation: Rows([
                ("HUN", .init(arrivals: [49, 0], departures: [0, 0], rotations: [0, 0])),
                ("NOR", .init(arrivals: [7, 4], departures: [0, 0], rotations: [0, 1])),
            ])),
        beds: Rows([("baghdad", .init(need: [56, 60], have: 320)), ("taji", .init(need: [0, 1], have: nil))]),
        power: Rows([("baghdad", .init(need: [140, 150], have: 99.5))]),
        classrooms: Rows([("baghdad", .init(need: [0, 1], have: 4))]),
        equipment: Rows([
            (
                "assault-rifle",
                .init(needed: 26_000, donation: 8_400, sale: 10, loan: 1, delivered: 8_400, gap: 17_589, kgToCome: 38.5)
            )
        ]),
        costs: Rows([("personnel", [98_000, 98_000.5])]), nations: Rows([("NOR", [12_250, 0.5])]),
        funds: Rows([
            ("airlift", .init(pledged: 521_600, received: 0, balance: [100, -20.5], shortFrom: 1)),
            ("trust-fund", .init(pledged: 3_740_000, received: 42_400, balance: [1, 1], shortFrom: nil)),
        ]))

    static let summary = SummaryEstimate(
        scenarios: Scenario.allCases.map {
            .init(
                scenario: $0, required: .init(peak: 95, period: 1), filled: .init(peak: 60, period: 1), wanted: 40,
                expected: 40, others: 2.8, gapPersonPeriods: [35, 0, 1_615, 0, 4])
        },
        pledges: Rows([("deployed", .init(count: 1, persons: 7)), ("withdrawn", .init(count: 1, persons: 60))]),
        nations: Rows([
            ("NOR", .init(persons: Rows([("deployed", 7)]), places: 0, items: 0, funds: 100_000)),
            ("DNK", .init(persons: Rows(), places: 60, items: 104, funds: 521_600.5)),
        ]),
        factors: [.init(set: "", count: 2), .init(set: "Atlas 2", count: 11)],
        unresolved: [.init(entity: .demand, id: "d-ghost", missing: "course c-ghost")],
        alerts: [
            .init(
                code: .priorityGap, key: "baghdad/protection.guard", since: 1, detail: "35 of 95 posts from period 1"),
            .init(code: .infeasibleDemand, key: "d-2", since: nil, detail: "no time for a run"),
            .init(code: .unreportedRun, key: "r-0", since: 0, detail: "ended in period 0; nobody said how"),
            .init(code: .equipmentLate, key: "assault-rifle", since: -4, detail: "10 of 26000 by 2004-07-20"),
            .init(code: .priorityGap, key: "baghdad/adviser", since: 0, detail: "1 of 2 posts from period 0"),
        ])
}
