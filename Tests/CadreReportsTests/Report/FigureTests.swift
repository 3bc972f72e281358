import CadreContract
@testable import CadrePlanning
import CadreReports
import Testing

@Suite("the report's figures are the estimates'")
struct FigureTests {
    private let fixture: ReportFixture
    private let page: ParsedPage

    init() throws {
        fixture = try ReportFixture(example: "ntm-i-2004", samples: 0)
        page = try ParsedPage(fixture.report().html)
    }

    /// A printed figure as a number.
    private func number(_ text: String?) -> Double? {
        (text ?? "").unicodeScalars.filter { $0 != "\u{202F}" }.map { $0 == "\u{2212}" ? "-" : String($0) }.joined()
            .split(separator: " ").first.flatMap { Double($0) }
    }

    @Test("the headline: peaks with the dates of their periods, in every scenario")
    func headline() throws {
        let rows = page.rows(
            "The three scenarios: people in theatre at peak, graduates, unfilled posts from now on")
        #expect(rows.count == Scenario.allCases.count)
        for (row, scenario) in zip(rows, Scenario.allCases) {
            let force = try #require(fixture.estimates[scenario]).force.inTheatre
            let most = try #require(force.required.max())
            #expect(row[0].text.hasPrefix(scenario.rawValue))
            #expect(number(row[1].text) == Double(most))
            let first = try #require(force.required.firstIndex(of: most))
            #expect(row[2].text == (fixture.estimates.head.start + first * fixture.estimates.head.periodDays).text)
            #expect(number(row[3].text) == Double(try #require(force.filled.max())))
        }
    }

    @Test("by line: each line of the offered scenario, required and filled at most")
    func lines() throws {
        let rows = page.rows("Posts by line, required and filled")
        let lines = try #require(fixture.estimates[.offered]).force.byLine.all
        #expect(rows.count == lines.count)
        for line in lines {
            let row = try #require(rows.first { $0[0].children("small").first?.text.hasPrefix(line.name) == true })
            #expect(number(row[1].text) == Double(line.value.required.max() ?? 0), "\(line.name)")
            #expect(number(row[2].text) == Double(line.value.filled.max() ?? 0), "\(line.name)")
        }
    }

    @Test("by nation: shares add up, nobody who fills a post is left out")
    func nations() throws {
        let rows = page.rows("People of each nation who fill a post, in theatre and abroad")
        let used = try #require(fixture.estimates[.offered]).force.byNation.all.filter { ($0.value.max() ?? 0) > 0 }
        #expect(Set(rows.map { $0[0].text }) == Set(used.map(\.name)))
        for nation in used {
            let row = try #require(rows.first { $0[0].text == nation.name })
            #expect(number(row[1].text) == Double(nation.value.max() ?? 0))
        }
    }

    @Test("money: the kinds add up to what is spent, and a fund runs short on the day of its period")
    func money() throws {
        let logistics = try #require(fixture.estimates[.offered]).logistics
        let rows = page.rows("Costs by kind, EUR")
        let all = logistics.costs.all.reduce(0.0) { $0 + $1.value.reduce(0, +) }
        #expect(number(rows.last?[3].text) == all.rounded())
        let funds = page.rows("Funds, EUR")
        #expect(funds.count == logistics.funds.all.count)
        for fund in logistics.funds.all {
            let row = try #require(funds.first { $0[0].text.hasPrefix(fund.name) })
            let date = fund.value.shortFrom.map {
                (fixture.estimates.head.start + $0 * fixture.estimates.head.periodDays).text
            }
            #expect(row.last?.text == date ?? "never", "\(fund.name)")
        }
    }

    @Test("a share of a kind that a fund bears is told beside the nations' rest")
    func shares() throws {
        let events =
            ReportFixture.small() + [
                ReportFixture.event(
                    "factor.set", "f1",
                    """
                    "factor":"fund.common-funding","set":"Atlas 2",\
                    "value":{"charges":{"personnel":0.4,"training":0,"lift":1}}
                    """),
                ReportFixture.event(
                    "factor.set", "f2", #""factor":"fund.z-fund","value":{"charges":{"personnel":0.3,"lift":0.5}}"#),
            ]
        let page = try ParsedPage(try ReportFixture(events).report().html)
        let personnel = try #require(page.rows("Costs by kind, EUR").first { $0[0].text == "personnel" })
        #expect(
            personnel.last?.text
                == "common-funding 40\u{A0}%, z-fund 30\u{A0}%, the nations 30\u{A0}%")
        let fund = try #require(page.rows("Funds, EUR").first { $0[0].text.hasPrefix("z-fund") })
        #expect(fund[0].children("small").first?.text == "personnel 30\u{A0}%, lift 50\u{A0}%")
        let factor = try #require(
            page.rows("Factors that this mission sets; for all others the defaults of Cadre apply")
                .first { $0[0].text == "fund.common-funding" })
        #expect(factor[2].text == "Atlas 2")
    }

    @Test("what others must provide, movement and cost by nation, packages, late equipment, by hand")
    func byHand() throws {
        var fixture = try ReportFixture(ReportFixture.small(weeks: 2))
        var force = try #require(fixture.published.force(.offered))
        force.hosted = Rows([("s1", Rows([("guard", [3, 7]), ("medic", [0, 0])]))])
        fixture.replace(.force(.offered, force))
        var logistics = try #require(fixture.published.logistics(.offered))
        logistics.hosted = Rows([("water", Rows([("s1", [700, 1_400])]))])
        logistics.movement = .init(
            arrivals: [8, 2], departures: [0, 0], rotations: [0, 0], sorties: [1, 1],
            byNation: Rows([
                ("DNK", .init(arrivals: [0, 0], departures: [0, 0], rotations: [0, 0])),
                ("NOR", .init(arrivals: [8, 2], departures: [0, 0], rotations: [0, 0])),
            ]))
        logistics.costs = Rows([("personnel", [100, 200])])
        logistics.nations = Rows([("DNK", [0, 0]), ("NOR", [100, 200])])
        logistics.funds = Rows()
        fixture.replace(.logistics(.offered, logistics))
        var summary = try #require(fixture.published.summary)
        summary.alerts = [
            EstimateFixture.alert(.equipmentLate, "rifles", -2), EstimateFixture.alert(.unreportedRun, "r1", 0),
        ]
        fixture.replace(.summary(summary))
        var gaps = GapsEstimate.empty
        gaps.packages = [
            .init(
                priority: 2,
                pledges: [
                    .init(
                        capability: Capability("guard"), quantity: 5, from: Day(number: 19_723),
                        until: Day(number: 19_737), site: ID("s1"))
                ], gain: .init(graduates: 18, personPeriods: [10, 0, 0, 0, 0]))
        ]
        fixture.replace(.gaps(gaps), revision: 9)
        let page = try ParsedPage(fixture.report().html)
        let posts = page.rows("Posts to be provided by others, by site and capability")
        #expect(posts.map { [$0[1].text, $0[2].text, $0[3].text] } == [["guard", "7", "2024-01-08"]])
        let supplies = page.rows("Supplies to be provided by others, by commodity and site")
        #expect(supplies.map { [$0[0].text, $0[3].text] } == [["water", "200"]])
        let movement = page.rows("Movements by nation from now on, rotations counted as arrivals and departures too")
        #expect(movement.map { [$0[0].text, $0[1].text] } == [["NOR", "10"]])
        let cost = page.rows("Cost of people by the nation that gives them, EUR")
        #expect(cost.map { [$0[0].text, $0[3].text, $0[4].text] } == [["NOR", "300", "100\u{A0}%"]])
        let packages = page.rows(
            "The gain of all pledges of a package, found by planning with them")
        #expect(packages.count == 1 && packages[0][1].text.hasPrefix("5\u{A0}people in 1\u{A0}pledge"))
        let alerts = page.rows("2\u{A0}alerts are open in the offered scenario, the earliest first")
        #expect(alerts.map { $0[0].text } == ["2023-12-18", "2024-01-01"])
        #expect(alerts.map { $0[1].text } == ["Equipment late", "Run without a report"])
    }

    /// A long course whose instructors, counted in March, are the host nation's own; no post is kept for mentors.
    private static let takenOver =
        ReportFixture.small(weeks: 30) + [
            ReportFixture.event("factor.set", "x2", "\"factor\":\"mentor.share\",\"value\":0"),
            ReportFixture.event(
                "demand.set", "d2",
                """
                "demand":"d2","course":"c1","audience":"army","graduates":240,"from":"2024-01-01","by":"2024-12-01",\
                "site":"s1"
                """),
            ReportFixture.event(
                "instructors.counted", "i", "\"capability\":\"trainer.army\",\"date\":\"2024-03-04\",\"count\":90"),
        ]

    @Test("host instructors take over from where they cover every later period, and not before")
    func takeOver() throws {
        let host = try ReportFixture(Self.takenOver)
        for fixture in [fixture, host] {
            let page = try ParsedPage(fixture.report().html)
            let rows = page.rows("Instructors of each course: the host nation's own and pledged ones")
            let head = fixture.estimates.head
            for course in try #require(fixture.estimates[.offered]).training.instructors.all {
                guard (course.value.required.max() ?? 0) > 0 else { continue }
                let row = try #require(rows.first { $0[0].children("small").first?.text == course.name })
                let date = row.last?.text ?? ""
                let needed = course.value.required.indices.filter { course.value.required[$0] > 0 }
                func isCovered(_ period: Int) -> Bool { course.value.local[period] >= course.value.required[period] }
                let from = (0..<head.periods).first { (head.start + $0 * head.periodDays).text == date }
                if let from {
                    #expect(needed.filter { $0 >= from }.allSatisfy(isCovered), "\(course.name)")
                    #expect(needed.last { $0 < from }.map(isCovered) != true, "\(course.name): not earlier")
                } else {
                    #expect(date == "not within the plan")
                    #expect(needed.last.map(isCovered) == false, "\(course.name)")
                }
            }
        }
        let page = try ParsedPage(host.report().html)
        let rows = page.rows("Instructors of each course: the host nation's own and pledged ones")
        #expect(rows.first?.last?.text == "2024-03-04")
    }

    @Test("supply: each stock runs out on the first day from now on on which it is short, the first of all first")
    func supply() throws {
        let logistics = try #require(fixture.estimates[.offered]).logistics
        let head = fixture.estimates.head
        let now = (head.asOf.day.number - head.start.number) / head.periodDays
        let rows = page.rows("Use and stock from now on")
        var count = 0
        for commodity in logistics.commodities.all {
            for site in commodity.value.all where site.value.use.contains(where: { $0 > 0 }) {
                count += 1
                let out = (now..<head.periods).first { site.value.short[$0] > 1e-6 }
                let date = out.map { (head.start + $0 * head.periodDays).text } ?? "never"
                #expect(rows.contains { $0[0].text == commodity.name && $0[6].text == date }, "\(commodity.name)")
            }
        }
        #expect(rows.count == count && count > 0)
        let dates = rows.map { $0[6].text }
        #expect(dates == dates.sorted(), "never comes after every date")
    }

    @Test("alerts: all that are open, the earliest first")
    func alerts() throws {
        let fixture = try ReportFixture(ReportFixture.small())
        let open = fixture.estimates.summary.alerts
        let page = try ParsedPage(fixture.report().html)
        let table = page.root.all("table").first {
            $0.children("caption").first?.text.contains("in the offered") == true
        }
        let dates = table?.all("tbody").flatMap { $0.all("tr") }.compactMap { $0.children.first?.text } ?? []
        #expect(dates.count == open.count && open.count > 1)
        #expect(dates == dates.sorted())
    }

    @Test("every series of the CSV adds up to the estimate's, and has a row a period")
    func csv() throws {
        let force = try #require(fixture.estimates[.offered]).force
        var figures = Figures()
        figures.add(try #require(fixture.published[.force(.offered)]))
        var sums: [String: (sum: Double, count: Int)] = [:]
        for row in figures.table.rows where !row[3].isEmpty {
            let before = sums[row[2]] ?? (0, 0)
            sums[row[2]] = (before.sum + (try #require(Double(row[5]))), before.count + 1)
        }
        func expect(_ path: String, _ series: [Int]) {
            #expect(sums[path]?.sum == Double(series.reduce(0, +)), "\(path)")
            #expect(sums[path]?.count == fixture.estimates.head.periods, "\(path)")
        }
        expect("required", force.inTheatre.required)
        expect("filled", force.inTheatre.filled)
        for line in force.byLine.all { expect("byLine \(line.name) filled", line.value.filled) }
        for site in force.bySite.all { expect("bySite \(site.name) required", site.value.required) }
        for nation in force.byNation.all { expect("byNation \(nation.name)", nation.value) }
    }

    @Test("a table that is cut says of how many rows")
    func cut() throws {
        let lines =
            ReportFixture.small()
            + (0..<600).map { number in
                ReportFixture.event(
                    "line.required", "x\(number)",
                    "\"line\":\"X-\(number)\",\"site\":\"s1\",\"capability\":\"staff\",\"posts\":1,\"from\":\"2024-01-01\""
                )
            }
        let large = try ParsedPage(try ReportFixture(lines).report().html)
        #expect(large.rows("Posts by line, required and filled").count == 500)
        #expect(large.root.text.contains("The first 500 of 601 rows"))
        #expect(!page.root.text.contains("The first 500 of"))
    }
}
