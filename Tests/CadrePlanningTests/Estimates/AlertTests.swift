import Testing

@testable import CadrePlanning

/// Tests that following the advice of an alert ends the alert.
@Suite struct AlertTests {
    private func alerts(_ sketch: Sketch, _ code: Alert.Code) throws -> [Alert] {
        try sketch.planned().estimates.summary.alerts.filter { $0.code == code }
    }

    /// Returns the first date in a detail, such as `2021-03-01`.
    private func day(_ text: Substring) throws -> Day {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        try #require(parts.count == 3, "\(text)")
        return try #require(Day(year: parts[0], month: parts[1], day: parts[2]))
    }

    private func advice(_ alert: Alert) throws -> [Substring] {
        let text = try #require(alert.detail.split(separator: ";").dropFirst().first, "\(alert.detail)")
        return text.split(separator: " ")
    }

    @Test("the people that priority gaps request fill them", arguments: UInt64(0)..<80)
    func gaps(seed: UInt64) throws {
        var sketch = RandomMission(seed: seed).sketch
        for (index, alert) in try alerts(sketch, .priorityGap).enumerated() {
            // N CAPABILITY for SITE from DAY until DAY would fill it
            let words = try advice(alert)
            try #require(words.count == 11)
            sketch.add(
                .pledge(
                    ID("NOR/A\(index)"),
                    Pledge(
                        nation: ID("NOR"), status: .offered,
                        offer: .personnel(
                            .init(
                                capability: Capability(String(words[1])), quantity: try #require(Int(words[0])),
                                from: try day(words[5]), until: try day(words[7]),
                                caveats: Caveats(sites: [ID(String(words[3]))]))))))
        }
        #expect(try alerts(sketch, .priorityGap) == [])
    }

    @Test("invented missions have gaps, stock-outs, small sites and unstaffed runs to test")
    func isTried() throws {
        for code in [Alert.Code.priorityGap, .stockOut, .beds, .unstaffedRun, .infeasibleDemand] {
            let count = try (UInt64(0)..<80).filter { !(try alerts(RandomMission(seed: $0).sketch, code).isEmpty) }
                .count
            #expect(count >= 15, "\(code)")
        }
    }

    @Test("delivery and storage end a stock-out", arguments: UInt64(0)..<80)
    func stockOuts(seed: UInt64) throws {
        var sketch = RandomMission(seed: seed).sketch
        for (index, alert) in try alerts(sketch, .stockOut).enumerated() {
            // [N L delivered by DAY] [and] [storage for N L] would end it
            let words = try advice(alert)
            let site = ID<Site>(String(try #require(alert.key.split(separator: "/").first)))
            if let at = words.firstIndex(of: "delivered") {
                sketch.add(
                    .delivery(
                        ID("A\(index)"),
                        Delivery(
                            site: site, commodity: ID("water"), date: try day(words[at + 2]),
                            quantity: try #require(Double(words[at - 2])))))
            }
            if let at = words.firstIndex(of: "storage") {
                try sketch.change(site) { $0.storage = [ID("water"): try #require(Double(words[at + 2]))] }
            }
        }
        #expect(try alerts(sketch, .stockOut) == [])
    }

    @Test("the advised number of beds ends the alert", arguments: UInt64(0)..<80)
    func beds(seed: UInt64) throws {
        var sketch = RandomMission(seed: seed).sketch
        for alert in try alerts(sketch, .beds) {
            let more = try #require(Int(try advice(alert)[0]))
            try sketch.change(ID(alert.key)) { $0.beds = ($0.beds ?? 0) + more }
        }
        #expect(try alerts(sketch, .beds) == [])
    }

    @Test("a later date makes a demand feasible, unless the plan ends before", arguments: UInt64(0)..<80)
    func infeasible(seed: UInt64) throws {
        var sketch = RandomMission(seed: seed).sketch
        var left: [String] = []
        for alert in try alerts(sketch, .infeasibleDemand) {
            let words = try advice(alert)
            guard words.first?.first?.isNumber == true else {
                left.append(alert.key)
                continue
            }
            let current = sketch.documents.current[EntityKey(.demand, alert.key)]
            guard case .demand(let id, var demand)? = current?.document else { continue }
            demand.by = try day(words[0])
            sketch.add(.demand(id, demand))
        }
        #expect(try alerts(sketch, .infeasibleDemand).map(\.key) == left)
    }

    @Test("the people that a run lacks staff it, its gate included")
    func unstaffed() throws {
        var sketch = Sketch()
        sketch.site("S", threat: .medium)
        sketch.factor(
            .rule(
                ID("escorts"),
                EnablingRule(
                    capability: Capability("guard"), demand: .perSite(count: ByThreat(2)), gates: true)))
        sketch.course(
            "C", days: 14, seats: 10, instructors: [.init(capability: Capability("trainer"), amount: .count(3))])
        sketch.demand("D", "C", graduates: 10, from: 7, by: 28)
        let alert = try #require(try alerts(sketch, .unstaffedRun).first)
        #expect(
            alert.detail
                == "10 seats of C at S, nobody taught from 2021-01-11 on; "
                + "2 guard, 3 trainer from 2021-01-11 would staff it")
        sketch.people("A", "guard", 2, from: 7)
        #expect(try alerts(sketch, .unstaffedRun).count == 1)
        sketch.people("B", "trainer", 3, from: 7)
        #expect(try alerts(sketch, .unstaffedRun) == [])
    }

    @Test("the money that a fund lacks ends its alert, and less does not")
    func funds() throws {
        var sketch = Sketch()
        sketch.site("S")
        sketch.line("L", "guard", posts: 5)
        sketch.people("P", "guard", 5)
        sketch.factor(.fund(ID("f"), Fund(charges: [.personnel])))
        sketch.money("M1", to: "f", 10_000)
        let alert = try #require(try alerts(sketch, .fundShort).first)
        // 5 people for 70 days at EUR 100.
        #expect(
            alert.detail == "EUR 25000 short at the worst, from 2021-01-18; EUR 25000 more pledged to it would end it")
        sketch.money("M2", to: "f", 24_999)
        #expect(try alerts(sketch, .fundShort).count == 1)
        sketch.money("M3", to: "f", 1)
        #expect(try alerts(sketch, .fundShort) == [])
    }
}

extension Sketch {
    fileprivate mutating func change(_ id: ID<Site>, _ change: (inout Site) throws -> Void) throws {
        guard case .site(_, var site)? = documents.current[EntityKey(.site, id.text)]?.document else { throw Absent() }
        try change(&site)
        add(.site(id, site))
    }

    fileprivate mutating func money(_ id: String, to fund: String, _ amount: Double) {
        add(
            .pledge(
                ID("NOR/\(id)"),
                Pledge(
                    nation: ID("NOR"), status: .confirmed, offer: .funds(.init(fund: ID(fund), amount: amount)))))
    }
}
