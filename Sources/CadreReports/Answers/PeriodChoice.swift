import CadreContract
import CadrePlanning

/// Which period of a figure is meant, where a date or nothing at all was said, and in which words that is told.
public struct PeriodChoice: Equatable, Sendable {
    public let period: Int
    /// Such as `the peak of capability trainer`; `nil`: it was said by its number.
    public let reason: String?

    /// The estimate that shows the figure's course over time.
    public static func estimate(of figure: Question.Figure, in scenario: Scenario) -> EstimateName {
        switch figure {
        case .forceRequired, .forceFilled: .force(scenario)
        case .trainingGraduates: .training(scenario)
        case .logisticsUse: .logistics(scenario)
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

    /// The first period in which the figure is greatest; the period of now where it is 0 throughout or not shown.
    /// - Parameter data: Of `estimate(of:in:)`.
    public init(_ figure: Question.Figure, in data: JSONValue, narrowedBy names: Narrowing) {
        let (series, what) = PeriodChoice.course(of: figure, in: data, names)
        if let greatest = series.max(), greatest > 0, let period = series.firstIndex(of: greatest) {
            self.init(period: period, reason: "the peak\(what.map { " of \($0)" } ?? "")")
            return
        }
        let frame = EstimateFrame(data)
        let now = min(max(frame.now ?? 0, 0), max(frame.periods - 1, 0))
        self.init(period: now, reason: "now; there is no peak")
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

        public init(
            site: String? = nil, capability: String? = nil, course: String? = nil, commodity: String? = nil
        ) {
            self.site = site
            self.capability = capability
            self.course = course
            self.commodity = commodity
        }
    }

    /// A series of the estimate that comes nearest to the figure, and what it is of; no estimate has one by site and
    /// capability together.
    private static func course(
        of figure: Question.Figure, in data: JSONValue, _ names: Narrowing
    ) -> (series: [Double], what: String?) {
        switch figure {
        case .forceRequired: strength("required", data, names)
        case .forceFilled: strength("filled", data, names)
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
        }
    }

    private static func sites(_ commodity: String?, _ data: JSONValue) -> [(name: String, value: JSONValue)] {
        commodity.flatMap { data["commodities"]?[$0]?.members } ?? []
    }

    private static func strength(
        _ member: String, _ data: JSONValue, _ names: Narrowing
    ) -> (series: [Double], what: String?) {
        if let capability = names.capability {
            return (numbers(data["byCapability"]?[capability]?[member]), "capability \(capability)")
        }
        if let site = names.site { return (numbers(data["bySite"]?[site]?[member]), "site \(site)") }
        return (numbers(data[member]), nil)
    }

    private static func numbers(_ value: JSONValue?) -> [Double] {
        (value?.elements ?? []).map { $0.number?.double ?? 0 }
    }

    private static func sum(_ series: [[Double]]) -> [Double] {
        guard let first = series.first else { return [] }
        return series.dropFirst().reduce(first) { zip($0, $1).map(+) }
    }
}
