// Empty estimates, from which a reader of published documents starts.

extension Strength {
    public static let empty = Strength(required: [], filled: [])
}

extension EstimateHead {
    public static let empty = EstimateHead(
        mission: ID(""), revision: 0, cause: "", asOf: Instant(seconds: 0), start: Day(number: 0), periodDays: 1,
        periods: 0, marking: nil)
}

extension SummaryEstimate {
    public static let empty = SummaryEstimate(
        scenarios: [], range: nil, pledges: Rows(), nations: Rows(), factors: [], unresolved: [], alerts: [])
}

extension SummaryEstimate.Peak {
    public static let empty = Self(peak: 0, period: 0)
}

extension SummaryEstimate.Headline {
    public static let empty = Self(
        scenario: .offered, required: .empty, filled: .empty, wanted: 0, expected: 0, others: 0, gapPersonPeriods: [])
}

extension SummaryEstimate.Pledges {
    public static let empty = Self(count: 0, persons: 0)
}

extension SummaryEstimate.Contribution {
    public static let empty = Self(persons: Rows(), places: 0, items: 0, funds: 0)
}

extension SummaryEstimate.FactorSetCount {
    public static let empty = Self(set: "", count: 0)
}

extension SummaryEstimate.Range {
    public static let empty = Self(structural: .empty, firmness: .empty)
}

extension SummaryEstimate.Range.Spread {
    public static let empty = Self(low: 0, likely: 0, high: 0)
}

extension UnresolvedReference {
    public static let empty = UnresolvedReference(entity: .mission, id: "", missing: "")
}

extension Alert {
    public static let empty = Alert(code: .priorityGap, key: "", since: nil, detail: "")
}

extension ForceEstimate {
    public static let empty = ForceEstimate(
        inTheatre: .empty, abroad: .empty, visiting: .empty, byCapability: Rows(), bySite: Rows(), byLine: Rows(),
        byNation: Rows(), hosted: Rows())
}

extension ManningEstimate {
    public static let empty = ManningEstimate(assignments: [], surplus: [])
}

extension ManningEstimate.Assignment {
    public static let empty = Self(pledge: ID(""), group: "", from: 0, until: 0, persons: 0)
}

extension ManningEstimate.Surplus {
    public static let empty = Self(pledge: ID(""), reason: .noPostNeedsIt, from: 0, until: 0, persons: 0)
}

extension TrainingEstimate {
    public static let empty = TrainingEstimate(
        byCourse: Rows(), byLevel: Rows(), byAudience: Rows(), instructors: Rows(), runs: [], hostInstructors: Rows(),
        infeasible: [])
}

extension TrainingEstimate.Graduates {
    public static let empty = Self(wanted: 0, expected: 0, others: 0, graduates: [])
}

extension TrainingEstimate.Instructors {
    public static let empty = Self(required: [], local: [], filled: [])
}

extension TrainingEstimate.RunRow {
    public static let empty = Self(
        run: "", demand: nil, course: ID(""), site: ID(""), provider: nil, first: 0, last: 0, seats: 0, staffing: 0,
        graduates: 0)
}

extension LogisticsEstimate {
    public static let empty = LogisticsEstimate(
        commodities: Rows(), hosted: Rows(), lift: Rows(), movement: .empty, beds: Rows(), power: Rows(),
        classrooms: Rows(), equipment: Rows(), costs: Rows(), nations: Rows(), funds: Rows())
}

extension LogisticsEstimate.Stock {
    public static let empty = Self(use: [], delivered: [], stock: [], short: [], daysOfSupply: [])
}

extension LogisticsEstimate.Lift {
    public static let empty = Self(kg: [], loads: [])
}

extension LogisticsEstimate.Movement {
    public static let empty = Self(arrivals: [], departures: [], rotations: [], sorties: [], byNation: Rows())
}

extension LogisticsEstimate.Movement.Nation {
    public static let empty = Self(arrivals: [], departures: [], rotations: [])
}

extension LogisticsEstimate.Capacity {
    public static let empty = Self(need: [], have: nil)
}

extension LogisticsEstimate.Equipment {
    public static let empty = Self(needed: 0, donation: 0, sale: 0, loan: 0, delivered: 0, gap: 0, kgToCome: 0)
}

extension LogisticsEstimate.FundBalance {
    public static let empty = Self(pledged: 0, received: 0, balance: [], shortFrom: nil)
}

extension RangeEstimate {
    public static let empty = RangeEstimate(samples: 0, structural: .empty, firmness: .empty, drivers: [])
}

extension RangeEstimate.Spread {
    public static let empty = Self(p10: 0, p50: 0, p90: 0, mean: 0)
}

extension RangeEstimate.SpreadSeries {
    public static let empty = Self(p10: [], p50: [], p90: [], mean: [])
}

extension RangeEstimate.Structural {
    public static let empty = Self(required: .empty, peakRequired: .empty)
}

extension RangeEstimate.Firmness {
    public static let empty = Self(
        filled: .empty, peakFilled: .empty, graduates: .empty, water: .empty, fuel: .empty, cost: .empty)
}

extension RangeEstimate.Driver {
    public static let empty = Self(element: ID(""), peakRequired: 0, personPeriods: 0, graduates: 0)
}

extension GapsEstimate {
    public static let empty = GapsEstimate(shortfalls: [], advice: [], packages: [], dependence: [])
}

extension GapsEstimate.Shortfall {
    public static let empty = Self(
        capability: Capability(""), site: ID(""), priority: 1, from: 0, until: 0, peak: 0, personPeriods: 0, origin: [],
        runs: [], graduatesLost: 0)
}

extension GapsEstimate.Gain {
    public static let empty = Self(graduates: 0, personPeriods: [])
}

extension GapsEstimate.Package {
    public static let empty = Self(priority: 1, pledges: [], gain: .empty)
}

extension GapsEstimate.Package.Pledge {
    public static let empty = Self(
        capability: Capability(""), quantity: 0, from: Day(number: 0), until: Day(number: 0), site: ID(""))
}

extension GapsEstimate.Dependence {
    public static let empty = Self(nation: ID(""), loss: .empty)
}

extension GapsEstimate.Advice {
    public static let empty = Self(step: .caveat(pledge: ID(""), .sites), gain: .empty)
}
