import Testing

@testable import CadrePlanning

/// The law of MODEL § 11, tested on random missions; the seed in a report reproduces a failure.
@Suite struct ExplanationPropertyTests {
    private struct Reading {
        let scenario: ScenarioEstimates
        let planned: PlannedMission

        var basis: Basis { planned.basis }
        var plan: ScenarioPlan { planned.step(scenario.scenario).plan }

        func explain(_ question: Question) throws -> Explanation { try planned.explain(question).get() }
    }

    private func readings(seed: UInt64) throws -> [Reading] {
        let planned = try RandomMission(seed: seed).sketch.planned()
        return planned.estimates.scenarios.map { Reading(scenario: $0, planned: planned) }
    }

    private func expect(_ explanation: Explanation, is published: Int, _ question: Question) {
        var sum = 0
        for part in explanation.parts {
            guard case .whole(let value) = part.value else {
                Issue.record("\(part) of \(question) does not add up")
                return
            }
            sum += value
        }
        #expect(explanation.value == .whole(published), "\(question)")
        #expect(sum == published, "\(question)")
    }

    private func expect(_ explanation: Explanation, is published: Double, _ question: Question) {
        let tolerance = 1e-9 * max(1, abs(published))
        let sum = explanation.parts.reduce(0) { $0 + $1.value.number }
        #expect(abs(explanation.value.number - published) <= tolerance, "\(question)")
        #expect(abs(sum - published) <= tolerance, "\(question)")
    }

    @Test("posts and their fill add up, in theatre, at each site and of each capability", arguments: UInt64(0)..<40)
    func force(seed: UInt64) throws {
        for reading in try readings(seed: seed) {
            let force = reading.scenario.force
            let name = reading.scenario.scenario
            for period in 0..<8 {
                for figure in [Question.Figure.forceRequired, .forceFilled] {
                    func ask(_ strength: Strength, site: String? = nil, capability: String? = nil) throws {
                        let question = Question(
                            figure, scenario: name, period: period, site: site.map { ID($0) },
                            capability: capability.map { Capability($0) })
                        let published = figure == .forceRequired ? strength.required : strength.filled
                        expect(try reading.explain(question), is: published[period], question)
                    }
                    try ask(force.inTheatre)
                    for row in force.bySite.all { try ask(row.value, site: row.name) }
                    for row in force.byCapability.all { try ask(row.value, capability: row.name) }
                }
            }
        }
    }

    @Test("capabilities add up to their site, and sites to the capability in theatre", arguments: UInt64(0)..<12)
    func intersections(seed: UInt64) throws {
        for reading in try readings(seed: seed) {
            let force = reading.scenario.force
            for period in [0, 3, 7] {
                for figure in [Question.Figure.forceRequired, .forceFilled] {
                    func figures(_ strength: Strength) -> Int {
                        figure == .forceRequired ? strength.required[period] : strength.filled[period]
                    }
                    var bySite: [String: Int] = [:]
                    var byCapability: [String: Int] = [:]
                    for site in reading.basis.sites {
                        for capability in reading.basis.lines.map(\.capability)
                            + reading.basis.courses.flatMap({ $0.instructors.map(\.capability) })
                            + reading.plan.rules.capabilities
                        {
                            let code = reading.basis.capability(capability)
                            guard bySite["\(site.id)/\(code)"] == nil else { continue }
                            let question = Question(
                                figure, scenario: reading.scenario.scenario, period: period, site: site.id,
                                capability: code)
                            let explanation = try reading.explain(question)
                            let value = Int(explanation.value.number)
                            expect(explanation, is: value, question)
                            bySite["\(site.id)/\(code)"] = value
                            if site.site.inTheatre { byCapability[code.code, default: 0] += value }
                        }
                        let sum = bySite.filter { $0.key.hasPrefix("\(site.id)/") }.values.reduce(0, +)
                        #expect(sum == force.bySite[site.id.text].map(figures))
                    }
                    for (code, value) in byCapability {
                        #expect(value == force.byCapability[code].map(figures) ?? 0)
                    }
                }
            }
        }
    }

    @Test("a pledge's share of a site's fill is its assignments in the manning estimate", arguments: UInt64(0)..<40)
    func seats(seed: UInt64) throws {
        for reading in try readings(seed: seed) {
            let (plan, basis) = (reading.plan, reading.basis)
            for (period, planned) in plan.periods.enumerated() {
                var sites: [String: ID<Site>] = [:]
                for group in planned.groups {
                    sites[plan.stages.keys.keys[group.key].text(basis)] = basis.id(ofSite: group.site)
                }
                var seated: [ID<Site>: [String: Int]] = [:]
                for row in reading.scenario.manning?.assignments ?? [] where row.from <= period && period < row.until {
                    let site = try #require(sites[row.group])
                    seated[site, default: [:]]["pledge \(row.pledge)", default: 0] += row.persons
                }
                for site in basis.sites {
                    let question = Question(
                        .forceFilled, scenario: reading.scenario.scenario, period: period, site: site.id)
                    let parts = try reading.explain(question).parts
                    let told = Dictionary(uniqueKeysWithValues: parts.map { ($0.label, Int($0.value.number)) })
                    #expect(told == seated[site.id] ?? [:], "\(question)")
                }
            }
        }
    }

    @Test("graduates add up, of all courses and of each", arguments: UInt64(0)..<60)
    func graduates(seed: UInt64) throws {
        for reading in try readings(seed: seed) {
            let rows = reading.scenario.training.byCourse.all
            for period in 0..<8 {
                let all = Question(.trainingGraduates, scenario: reading.scenario.scenario, period: period)
                expect(
                    try reading.explain(all), is: rows.reduce(0) { $0 + $1.value.graduates[period] }, all)
                for row in rows {
                    var question = all
                    question.course = ID(row.name)
                    expect(try reading.explain(question), is: row.value.graduates[period], question)
                }
            }
        }
    }

    @Test("use adds up, of all sites and of each", arguments: UInt64(0)..<60)
    func use(seed: UInt64) throws {
        for reading in try readings(seed: seed) {
            for commodity in reading.scenario.logistics.commodities.all {
                for period in 0..<8 {
                    let all = Question(
                        .logisticsUse, scenario: reading.scenario.scenario, period: period,
                        commodity: ID(commodity.name))
                    expect(
                        try reading.explain(all), is: commodity.value.all.reduce(0) { $0 + $1.value.use[period] }, all)
                    for row in commodity.value.all {
                        var question = all
                        question.site = ID(row.name)
                        expect(try reading.explain(question), is: row.value.use[period], question)
                    }
                }
            }
        }
    }
}
