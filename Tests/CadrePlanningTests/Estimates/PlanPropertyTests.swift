import TestSupport
import Testing

@testable import CadrePlanning

/// Laws of every plan, tested on random missions; the seed in a report reproduces a failure.
@Suite struct PlanPropertyTests {
    private func planned(_ events: [Event], sequences: Bool = true) throws -> PlannedMission {
        var documents = CurrentDocuments(mission: Sketch.mission)
        for (index, event) in events.enumerated() { documents.join(event, sequence: sequences ? index + 1 : 1) }
        return try #require(try PlannedMission(documents, defaults: Sketch.quiet))
    }

    @Test("any order and any repetition of events give the same estimates (MODEL § 2)", arguments: UInt64(0)..<60)
    func order(seed: UInt64) throws {
        let events = RandomMission(seed: seed).sketch.events
        var dice = SeededRandom(seed: seed)
        let again = (events + events.prefix(20)).shuffled(using: &dice)
        let first = try planned(events, sequences: false)
        var second = try planned(again, sequences: false)
        #expect(first.estimates.scenarios == second.estimates.scenarios)
        #expect(first.estimates.summary == second.estimates.summary)
        #expect(first.estimates.head.asOf == second.estimates.head.asOf)
        second = try planned(events)
        #expect(try first.range(samples: 5) == second.range(samples: 5))
        #expect(try first.gaps() == second.gaps())
    }

    @Test("no person fills two posts, no post is filled twice, and every sum agrees", arguments: UInt64(0)..<120)
    func people(seed: UInt64) throws {
        let sketch = RandomMission(seed: seed).sketch
        var quantities: [ID<Pledge>: Int] = [:]
        for event in sketch.events {
            if case .pledge(let id, let pledge) = event.document, case .personnel(let people) = pledge.offer {
                quantities[id] = people.quantity
            }
        }
        for scenario in try planned(sketch.events).estimates.scenarios {
            let force = scenario.force
            let manning = try #require(scenario.manning)
            for period in 0..<8 {
                #expect(force.inTheatre.filled[period] <= force.inTheatre.required[period])
                let sites = force.bySite.all.map { $0.value.filled[period] }.reduce(0, +)
                #expect(sites == force.inTheatre.filled[period] + force.abroad.filled[period])
                #expect(sites == force.byNation.all.map { $0.value[period] }.reduce(0, +))
                let byCapability = force.byCapability.all.map { $0.value.required[period] }.reduce(0, +)
                #expect(byCapability == force.inTheatre.required[period])
                let seated = manning.assignments.filter { $0.from <= period && period < $0.until }
                #expect(seated.map(\.persons).reduce(0, +) == sites)
                for (pledge, rows) in Dictionary(grouping: seated, by: \.pledge) {
                    let unused = manning.surplus.filter {
                        $0.pledge == pledge && $0.from <= period && period < $0.until
                    }
                    let persons = (rows.map(\.persons) + unused.map(\.persons)).reduce(0, +)
                    #expect(persons == quantities[pledge])
                }
            }
        }
    }

    @Test("stocks and funds balance, and graduates add up (MODEL §§ 4 and 8)", arguments: UInt64(0)..<120)
    func balances(seed: UInt64) throws {
        for scenario in try planned(RandomMission(seed: seed).sketch.events).estimates.scenarios {
            let logistics = scenario.logistics
            for site in logistics.commodities["water"]?.all ?? [] {
                let stock = site.value
                for period in 0..<7 {
                    let inHand = stock.stock[period] + stock.delivered[period]
                    #expect(abs(stock.stock[period + 1] - max(0, inHand - stock.use[period])) < 1e-9)
                    #expect(stock.short[period] == 0 || stock.stock[period + 1] == 0)
                }
            }
            if let fund = logistics.funds["f"], let last = fund.balance.last {
                let charged = ["lift", "training-abroad"].flatMap { logistics.costs[$0] ?? [] }.reduce(0, +)
                #expect(abs(fund.pledged - charged - last) < 1e-6)
            }
            let movement = logistics.movement
            let there = zip(movement.arrivals, movement.departures).map { $0 - $1 }.reduce(0, +)
            #expect(there == scenario.force.inTheatre.filled.last)
            let training = scenario.training
            for row in training.byCourse.all {
                let told = row.value.expected + row.value.others
                #expect(abs(row.value.graduates.reduce(0, +) - told) < 1e-9)
            }
            for run in training.runs {
                #expect(run.staffing >= 0 && run.staffing <= 1)
            }
        }
    }

    @Test("a plan stops when newer state supersedes it")
    func stopping() throws {
        let documents = RandomMission(seed: 3).sketch.documents
        #expect(throws: Superseded.self) {
            try PlannedMission(documents, defaults: Sketch.quiet, isStopped: { true })
        }
    }

    @Test("without a mission there are no estimates")
    func undefined() throws {
        var documents = CurrentDocuments(mission: ID("M"))
        #expect(try PlannedMission(documents, defaults: Sketch.quiet)?.estimates == nil)
        var sketch = Sketch()
        sketch.site("S")
        for event in sketch.events.dropFirst() { documents.join(event, sequence: 1) }
        #expect(try PlannedMission(documents, defaults: Sketch.quiet)?.estimates == nil)
    }
}
