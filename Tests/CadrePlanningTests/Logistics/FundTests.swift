import Testing

@testable import CadrePlanning

/// Tests of funds that bear a share, and of equipment that is late. Source: MODEL §§ 8 and 12.
@Suite struct FundTests {
    @Test("each fund bears its share of a kind, or the remainder of the previous funds (MODEL § 8)")
    func shares() throws {
        var sketch = Sketch(periods: 1)
        sketch.site("S")
        sketch.line("L", "guard", posts: 10)
        sketch.people("P", "guard", 10)
        sketch.factor(.fund(ID("a"), Fund(shares: [.personnel: 0.7])))
        sketch.factor(.fund(ID("b"), Fund(shares: [.personnel: 0.5])))
        sketch.factor(.fund(ID("c"), Fund(charges: [.personnel])))
        // 10 persons for 7 days at EUR 100.
        let funds = try sketch.offered().logistics.funds
        func isNear(_ fund: String, _ value: Double) -> Bool {
            funds[fund].map { abs($0.balance[0] - value) < 1e-9 } ?? false
        }
        #expect(isNear("a", -4_900))
        #expect(isNear("b", -2_100))
        #expect(isNear("c", 0))
    }

    @Test("personnel is listed by nation, as are arrivals")
    func nations() throws {
        var sketch = Sketch(periods: 2)
        sketch.site("S")
        sketch.line("L", "guard", posts: 3)
        sketch.people("P", "guard", 3, from: 7)
        let logistics = try sketch.offered().logistics
        #expect(logistics.nations["NOR"] == [0, 2_100])
        #expect(logistics.movement.byNation["NOR"]?.arrivals == [0, 3])
    }

    @Test("an item is late by the pledged dates only; a pledge without a date counts as in time (MODEL § 12)")
    func lateEquipment() throws {
        var sketch = Sketch(periods: 4)
        sketch.add(.item(ID("radio"), EquipmentItem(title: "", quantity: 10, by: Sketch.day(15))))
        func pledge(_ id: String, _ quantity: Int, _ delivery: Day?) {
            sketch.add(
                .pledge(
                    ID("NOR/\(id)"),
                    Pledge(
                        nation: ID("NOR"), status: .offered,
                        offer: .equipment(
                            .init(
                                item: ID("radio"), quantity: quantity, mode: .donation, delivery: delivery,
                                delivered: quantity)))))
        }
        func late() throws -> [Alert] {
            try sketch.planned().estimates.summary.alerts.filter { $0.code == .equipmentLate }
        }
        pledge("A", 4, nil)
        pledge("B", 5, Sketch.day(15))
        pledge("C", 5, Sketch.day(16))
        let alert = try #require(try late().first)
        #expect(alert.key == "radio")
        #expect(alert.since == 2)
        pledge("C", 5, Sketch.day(14))
        #expect(try late() == [])
    }

    @Test("a run that has ended is listed until its outcome is reported (MODEL § 12)")
    func unreported() throws {
        var sketch = Sketch(periods: 6)
        sketch.site("S")
        sketch.course("C", days: 7, seats: 10)
        func run(_ status: Run.Status, provider: String? = nil) {
            sketch.add(
                .run(
                    ID("R"),
                    Run(
                        course: ID("C"), site: ID("S"), start: Sketch.day(0), status: status,
                        graduates: status == .completed ? 3 : nil, provider: provider)))
        }
        func unreported() throws -> [String] {
            try sketch.planned().estimates.summary.alerts.filter { $0.code == .unreportedRun }.map(\.key)
        }
        run(.started)
        #expect(try unreported() == [])
        sketch.add(.clock(ClockAdvance(to: Instant(seconds: Sketch.day(7).number * 86_400))))
        #expect(try unreported() == ["R"])
        run(.started, provider: "XEU")
        #expect(try unreported() == [])
        run(.completed)
        #expect(try unreported() == [])
    }
}
