import Testing

@testable import CadrePlanning

@Suite struct LogisticsTests {
    private let water = ID<CommodityName>("water")

    /// Returns a mission of ten people at S: 2 l per person and day, 5 l per site and day, stock for a week, resupply
    /// every two weeks.
    private func camp(storage: [ID<CommodityName>: Double] = [:], periods: Int = 6) -> Sketch {
        var sketch = Sketch(periods: periods)
        sketch.site("S", storage: storage)
        sketch.line("L", "trainer", posts: 10)
        sketch.people("P", "trainer", 10)
        sketch.factor(
            .commodity(
                water,
                Commodity(
                    unit: "L", supplyClass: "I", perPersonDay: .init(temperate: 1, hot: 2, cold: 1), perSiteDay: 5,
                    kgPerUnit: 2, unitCost: 0.5, stockDays: 7, lifted: 0.5)))
        return sketch
    }

    private func stock(_ sketch: Sketch) throws -> LogisticsEstimate.Stock {
        try #require(try sketch.offered().logistics.commodities["water"]?["S"])
    }

    @Test("deliveries fill the stock up to the use until the next one and a reserve (MODEL § 8)")
    func resupply() throws {
        let stock = try stock(camp())
        // 7 · (2 · 10 + 5) per period; a delivery lasts three periods, and nothing is used beyond the horizon.
        #expect(stock.use == Array(repeating: 175, count: 6))
        #expect(stock.delivered == [525, 0, 350, 0, 175, 0])
        #expect(stock.stock == [0, 350, 175, 350, 175, 175])
        #expect(stock.short == Array(repeating: 0, count: 6))
        #expect(stock.daysOfSupply == [21, 14, 21, 14, 14, 7])
    }

    @Test("storage bounds planned deliveries, and a reported delivery is never cut")
    func storage() throws {
        var sketch = camp(storage: [water: 200])
        #expect(try stock(sketch).delivered == [200, 0, 200, 0, 200, 0])
        #expect(try stock(sketch).short == [0, 150, 0, 150, 0, 150])
        sketch.add(
            .delivery(
                ID("d"), Delivery(site: ID("S"), commodity: water, date: Sketch.day(8), quantity: 900)))
        #expect(try stock(sketch).delivered == [200, 900, 0, 0, 0, 0])
    }

    @Test("a count sets the stock at the start of its period; before now only reported deliveries count")
    func counted() throws {
        var sketch = camp()
        sketch.add(.stock(StockCount(site: ID("S"), commodity: water, date: Sketch.day(20), quantity: 1_000)))
        sketch.add(.clock(ClockAdvance(to: Instant(seconds: Sketch.day(7).number * 86_400))))
        let stock = try stock(sketch)
        #expect(stock.stock.prefix(3) == [0, 0, 1_000])
        #expect(stock.delivered == [0, 0, 0, 0, 0, 0])
        #expect(stock.short == [175, 175, 0, 0, 0, 0])
    }

    @Test("a hosted commodity is neither used nor lifted")
    func hosted() throws {
        var sketch = camp()
        sketch.site("S", hosted: [.init(service: .commodity(water), element: nil)])
        let logistics = try sketch.offered().logistics
        #expect(logistics.commodities["water"]?["S"]?.use.contains { $0 > 0 } != true)
        #expect(logistics.lift["S"]?.kg.allSatisfy { $0 == 0 } == true)
    }

    @Test("lift, loads and their cost follow deliveries; a fund is charged and overdrawn")
    func liftAndMoney() throws {
        var sketch = camp()
        sketch.factor(.fund(ID("f"), Fund(charges: [.lift, .supplies])))
        sketch.factor(.rate(ID("USD"), 0.5))
        sketch.add(
            .pledge(
                ID("NOR/F"),
                Pledge(
                    nation: ID("NOR"), status: .confirmed,
                    offer: .funds(.init(fund: ID("f"), amount: 1_700, received: 100, currency: ID("USD"))))))
        let planned = try sketch.planned()
        let logistics = try #require(planned.estimates[.offered]?.logistics)
        #expect(logistics.lift["S"]?.kg == [525, 0, 350, 0, 175, 0])
        #expect(logistics.lift["S"]?.loads == [1, 0, 1, 0, 1, 0])
        // Ten arrive in one sortie of 500; a tour of four periods: ten rotate in period 4.
        #expect(logistics.movement.arrivals == [10, 0, 0, 0, 10, 0])
        #expect(logistics.movement.rotations == [0, 0, 0, 0, 10, 0])
        #expect(logistics.movement.sorties == [1, 0, 0, 0, 1, 0])
        #expect(logistics.costs["lift"] == [530, 0, 30, 0, 530, 0])
        #expect(logistics.costs["supplies"] == [262.5, 0, 175, 0, 87.5, 0])
        #expect(logistics.costs["personnel"] == Array(repeating: 7_000, count: 6))
        let fund = try #require(logistics.funds["f"])
        #expect(fund.pledged == 850)
        #expect(fund.received == 50)
        #expect(fund.balance == [57.5, 57.5, -147.5, -147.5, -765, -765])
        #expect(fund.shortFrom == 2)
        #expect(planned.estimates.summary.alerts.contains { $0.code == .fundShort && $0.key == "f" && $0.since == 2 })
    }

    @Test("boarding students use water, and a course's supplies are used when it begins")
    func students() throws {
        var sketch = camp()
        sketch.course("C", days: 14, seats: 5, boarded: true, perStudent: [water: 3])
        sketch.demand("D", "C", graduates: 5, from: 7, by: 28)
        let stock = try stock(sketch)
        #expect(stock.use == [175, 260, 245, 175, 175, 175])
        let offered = try sketch.offered()
        #expect(offered.logistics.beds["S"]?.need == [10, 15, 15, 10, 10, 10])
        #expect(offered.logistics.classrooms["S"]?.need == [0, 1, 1, 0, 0, 0])
        #expect(offered.logistics.costs["training"] == [0, 420, 0, 0, 0, 0])
    }

    @Test("equipment: pledged by mode, missing, and still to be delivered")
    func equipment() throws {
        var sketch = Sketch()
        sketch.add(
            .item(ID("radio"), EquipmentItem(title: "", quantity: 100, kgEach: 2, unitCost: 3, by: Sketch.day(15))))
        for (id, mode, quantity, delivered) in [
            ("a", Pledge.Equipment.Mode.donation, 30, 10), ("b", .sale, 20, 0), ("c", .loan, 5, 5),
        ] {
            sketch.add(
                .pledge(
                    ID("NOR/\(id)"),
                    Pledge(
                        nation: ID("NOR"), status: .offered,
                        offer: .equipment(
                            .init(item: ID("radio"), quantity: quantity, mode: mode, delivered: delivered)))))
        }
        let logistics = try sketch.offered().logistics
        #expect(
            logistics.equipment["radio"]
                == .init(
                    needed: 100, donation: 30, sale: 20, loan: 5, delivered: 15, gap: 45, kgToCome: 80))
        #expect(logistics.costs["sales"]?.prefix(4) == [0, 0, 60, 0])
    }
}
