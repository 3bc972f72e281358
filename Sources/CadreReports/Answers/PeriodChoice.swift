import CadreContract
import CadrePlanning

/// The period of a figure for a date, or without one, and the reason for it in words.
public struct PeriodChoice: Equatable, Sendable {
    public let period: Int
    /// Such as `the peak of capability trainer`; `nil` for a period that was stated by its number.
    public let reason: String?

    /// Returns the name of the estimate that shows the figure over time.
    public static func estimate(of figure: Question.Figure, in scenario: Scenario) -> EstimateName {
        switch figure {
        case .forceRequired, .forceFilled, .forceGap: .force(scenario)
        case .trainingGraduates, .trainingStaffing: .training(scenario)
        case .logisticsUse, .logisticsLift, .logisticsCost: .logistics(scenario)
        }
    }

    /// Reads a date, `YYYY-MM-DD`, or returns `nil` for anything else.
    public static func day(_ text: String) -> Day? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard text.utf8.count == 10, parts.count == 3 else { return nil }
        return Day(year: parts[0], month: parts[1], day: parts[2])
    }

    /// Creates the choice of the period that contains a day. It may lie after the horizon: a node then states the range.
    /// - Returns: `nil` for a day before the mission, which no request can name.
    public init?(holding day: Day, in head: EstimateHead) {
        let days = day.number - head.start.number
        guard days >= 0 else { return nil }
        self.init(period: days / max(1, head.periodDays), reason: "the period that holds \(day.text)")
    }

    /// Creates the choice of the figure's peak: the first largest value from now on, or of the whole horizon if the
    /// figure is 0 from now on. The current period is chosen if the figure is 0 throughout or not in the estimate.
    /// - Parameter estimate: The estimate that `estimate(of:in:)` names.
    public init(_ figure: Question.Figure, in estimate: PublishedEstimate, narrowedBy names: Narrowing) {
        let (series, subject) = PeriodChoice.course(of: figure, in: estimate.figures, names)
        let now = PeriodChoice.now(in: estimate.head)
        let of = subject.map { " of \($0)" } ?? ""
        if let period = PeriodChoice.greatest(series, from: now) {
            self.init(period: period, reason: "the peak\(of)\(now > 0 ? " from now on" : "")")
        } else if let period = PeriodChoice.greatest(series, from: 0) {
            self.init(period: period, reason: "the peak\(of), which is past")
        } else {
            self.init(period: now, reason: "now; there is no peak")
        }
    }

    /// Creates the choice of the current period.
    public init(nowIn head: EstimateHead) {
        self.init(period: PeriodChoice.now(in: head), reason: "now")
    }

    /// Returns the current period, within the horizon.
    private static func now(in head: EstimateHead) -> Int { min(max(head.now, 0), max(head.periods - 1, 0)) }

    /// Returns the first period from `first` on with the greatest value, or `nil` if none is above 0.
    private static func greatest(_ series: [Double], from first: Int) -> Int? {
        let rest = series.dropFirst(first)
        guard let greatest = rest.max(), greatest > 0 else { return nil }
        return rest.firstIndex(of: greatest)
    }

    public init(period: Int, reason: String?) {
        self.period = period
        self.reason = reason
    }

    /// The names that narrow a figure, each `nil` if it does not.
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

    /// A series with its subject, which is `nil` for the whole mission.
    private typealias Course = (series: [Double], subject: String?)

    /// Returns the series that comes nearest to the figure: no estimate has one by site and capability together.
    private static func course(
        of figure: Question.Figure, in figures: PublishedEstimate.Figures, _ names: Narrowing
    ) -> Course {
        switch (figure, figures) {
        case (.forceRequired, .force(_, let force)): strength(force, names, \.required.reals)
        case (.forceFilled, .force(_, let force)): strength(force, names, \.filled.reals)
        case (.forceGap, .force(_, let force)):
            strength(force, names) { zip($0.required.reals, $0.filled.reals).map { $0 - $1 } }
        case (.trainingGraduates, .training(_, let training)): graduates(training, names)
        case (.logisticsUse, .logistics(_, let logistics)): use(logistics, names)
        case (.logisticsLift, .logistics(_, let logistics)): lift(logistics, names)
        case (.logisticsCost, .logistics(_, let logistics)): cost(logistics, names)
        default: ([], nil)
        }
    }

    private static func strength(
        _ force: ForceEstimate, _ names: Narrowing, _ series: (Strength) -> [Double]
    ) -> Course {
        if let capability = names.capability {
            return (force.byCapability[capability].map(series) ?? [], "capability \(capability)")
        }
        if let site = names.site { return (force.bySite[site].map(series) ?? [], "site \(site)") }
        return (series(force.inTheatre), nil)
    }

    private static func graduates(_ training: TrainingEstimate, _ names: Narrowing) -> Course {
        guard let course = names.course else { return (sum(training.byCourse.all.map(\.value.graduates)), nil) }
        return (training.byCourse[course]?.graduates ?? [], "course \(course)")
    }

    private static func use(_ logistics: LogisticsEstimate, _ names: Narrowing) -> Course {
        let sites = names.commodity.flatMap { logistics.commodities[$0] } ?? Rows()
        guard let site = names.site else { return (sum(sites.all.map(\.value.use)), nil) }
        return (sites[site]?.use ?? [], "site \(site)")
    }

    private static func lift(_ logistics: LogisticsEstimate, _ names: Narrowing) -> Course {
        guard let site = names.site else { return (sum(logistics.lift.all.map(\.value.kg)), nil) }
        return (logistics.lift[site]?.kg ?? [], "site \(site)")
    }

    /// Returns the costs of one kind, of one nation's people or of one fund, in this order, or all costs.
    private static func cost(_ logistics: LogisticsEstimate, _ names: Narrowing) -> Course {
        if let kind = names.kind { return (logistics.costs[kind] ?? [], "kind \(kind)") }
        if let nation = names.nation { return (logistics.nations[nation] ?? [], "nation \(nation)") }
        if let fund = names.fund {
            let row = logistics.funds[fund]
            let balance = row?.balance ?? []
            let before = [row?.pledged ?? 0] + balance.dropLast()
            return (zip(before, balance).map { $0 - $1 }, "fund \(fund)")
        }
        return (sum(logistics.costs.all.map(\.value)), nil)
    }

    private static func sum(_ series: [[Double]]) -> [Double] {
        guard let first = series.first else { return [] }
        return series.dropFirst().reduce(first) { zip($0, $1).map(+) }
    }
}
