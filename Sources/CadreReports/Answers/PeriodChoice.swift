import CadreContract
import CadreJSON
import CadrePlanning

/// Which period of a figure is meant, where a date or nothing at all was said, and in which words that is told.
public struct PeriodChoice: Equatable, Sendable {
    public let period: Int
    /// Such as `the peak of capability trainer`; `nil`: it was said by its number.
    public let reason: String?

    /// The estimate that shows the figure's course over time.
    public static func estimate(of figure: Question.Figure, in scenario: Scenario) -> EstimateName {
        switch figure {
        case .forceRequired, .forceFilled, .forceGap: .force(scenario)
        case .trainingGraduates, .trainingStaffing: .training(scenario)
        case .logisticsUse, .logisticsLift, .logisticsCost: .logistics(scenario)
        }
    }

    /// `YYYY-MM-DD`; `nil` for anything else.
    public static func day(_ text: String) -> Day? { text.utf8.count == 10 ? EstimateFrame.day(text) : nil }

    /// The period that holds a day, also outside the horizon: the node then says which there are.
    /// - Returns: `nil` where `data` does not say when the mission begins.
    public init?(holding day: Day, in data: JSONValue) {
        let frame = EstimateFrame(data)
        guard let start = frame.start, frame.periodDays > 0 else { return nil }
        let days = day.number - start.number
        // Below 0 there is no period that a request could name.
        guard days >= 0 else { return nil }
        self.init(period: days / frame.periodDays, reason: "the period that holds \(day.text)")
    }

    /// The first period from now on in which the figure is greatest; where it is 0 from now on, the first of the whole
    /// horizon, and the period of now where it is 0 throughout or not shown.
    /// - Parameter data: Of `estimate(of:in:)`.
    public init(_ figure: Question.Figure, in data: JSONValue, narrowedBy names: Narrowing) {
        let (series, what) = PeriodChoice.course(of: figure, in: data, names)
        let now = PeriodChoice.now(in: data)
        let of = what.map { " of \($0)" } ?? ""
        if let period = PeriodChoice.greatest(series, from: now) {
            self.init(period: period, reason: "the peak\(of)\(now > 0 ? " from now on" : "")")
        } else if let period = PeriodChoice.greatest(series, from: 0) {
            self.init(period: period, reason: "the peak\(of), which is past")
        } else {
            self.init(period: now, reason: "now; there is no peak")
        }
    }

    /// The period of now.
    public init(nowIn data: JSONValue) {
        self.init(period: PeriodChoice.now(in: data), reason: "now")
    }

    /// Returns the period of now, within the horizon.
    private static func now(in data: JSONValue) -> Int {
        let frame = EstimateFrame(data)
        return min(max(frame.now ?? 0, 0), max(frame.periods - 1, 0))
    }

    /// Returns the first period from `first` on with the greatest value, or `nil` where none is above 0.
    private static func greatest(_ series: [Double], from first: Int) -> Int? {
        let rest = series.dropFirst(first)
        guard let greatest = rest.max(), greatest > 0 else { return nil }
        return rest.firstIndex(of: greatest)
    }

    public init(period: Int, reason: String?) {
        self.period = period
        self.reason = reason
    }

    /// What narrows a figure; `nil`: nothing.
    public struct Narrowing: Equatable, Sendable {
        public var site: String?
        public var capability: String?
        public var course: String?
        public var commodity: String?
        public var kind: String?
        public var nation: String?
        public var fund: String?

        public init(
            site: String? = nil, capability: String? = nil, course: String? = nil, commodity: String? = nil,
            kind: String? = nil, nation: String? = nil, fund: String? = nil
        ) {
            self.site = site
            self.capability = capability
            self.course = course
            self.commodity = commodity
            self.kind = kind
            self.nation = nation
            self.fund = fund
        }
    }

    /// A series of the estimate that comes nearest to the figure, and what it is of; no estimate has one by site and
    /// capability together.
    private static func course(
        of figure: Question.Figure, in data: JSONValue, _ names: Narrowing
    ) -> (series: [Double], what: String?) {
        switch figure {
        case .forceRequired: strength(data, names) { numbers($0["required"]) }
        case .forceFilled: strength(data, names) { numbers($0["filled"]) }
        case .forceGap: strength(data, names) { zip(numbers($0["required"]), numbers($0["filled"])).map { $0 - $1 } }
        case .trainingGraduates:
            if let course = names.course {
                (numbers(data["byCourse"]?[course]?["graduates"]), "course \(course)")
            } else {
                (sum((data["byCourse"]?.members ?? []).map { numbers($0.value["graduates"]) }), nil)
            }
        case .logisticsUse:
            if let site = names.site {
                (numbers(names.commodity.flatMap { data["commodities"]?[$0]?[site]?["use"] }), "site \(site)")
            } else {
                (sum(sites(names.commodity, data).map { numbers($0.value["use"]) }), nil)
            }
        case .trainingStaffing: ([], nil)
        case .logisticsLift:
            if let site = names.site {
                (numbers(data["lift"]?[site]?["kg"]), "site \(site)")
            } else {
                (sum((data["lift"]?.members ?? []).map { numbers($0.value["kg"]) }), nil)
            }
        case .logisticsCost: cost(data["money"], names)
        }
    }

    /// The costs of one kind, of one nation's people or of one fund, whatever else narrows them; or all costs.
    private static func cost(_ money: JSONValue?, _ names: Narrowing) -> (series: [Double], what: String?) {
        if let kind = names.kind { return (numbers(money?["costs"]?[kind]), "kind \(kind)") }
        if let nation = names.nation { return (numbers(money?["nations"]?[nation]), "nation \(nation)") }
        if let fund = names.fund {
            let row = money?["funds"]?[fund]
            let balance = numbers(row?["balance"])
            let before = [row?["pledged"]?.number?.double ?? 0] + balance.dropLast()
            return (zip(before, balance).map { $0 - $1 }, "fund \(fund)")
        }
        return (sum((money?["costs"]?.members ?? []).map { numbers($0.value) }), nil)
    }

    private static func sites(_ commodity: String?, _ data: JSONValue) -> [(name: String, value: JSONValue)] {
        commodity.flatMap { data["commodities"]?[$0]?.members } ?? []
    }

    private static func strength(
        _ data: JSONValue, _ names: Narrowing, _ series: (JSONValue) -> [Double]
    ) -> (series: [Double], what: String?) {
        if let capability = names.capability {
            return (data["byCapability"]?[capability].map(series) ?? [], "capability \(capability)")
        }
        if let site = names.site { return (data["bySite"]?[site].map(series) ?? [], "site \(site)") }
        return (series(data), nil)
    }

    private static func numbers(_ value: JSONValue?) -> [Double] {
        (value?.elements ?? []).map { $0.number?.double ?? 0 }
    }

    private static func sum(_ series: [[Double]]) -> [Double] {
        guard let first = series.first else { return [] }
        return series.dropFirst().reduce(first) { zip($0, $1).map(+) }
    }
}
