import CadreContract
import CadrePlanning

/// The force over time, in each scenario.
extension MissionReport {
    var force: ReportDocument.Section {
        var blocks: [ReportDocument.Block] = []
        for scenario in [MissionFigures.planned] + Scenario.allCases.filter({ $0 != MissionFigures.planned }) {
            if let chart = strength(scenario) {
                blocks.append(.chart(.time(chart)))
            } else {
                blocks.append(
                    .paragraph("In the \(scenario.rawValue) scenario nobody is required in theatre at any time."))
            }
        }
        if let doubt { blocks.append(.chart(.time(doubt))) }
        return ReportDocument.Section(
            id: "force", heading: "The force over time", blocks: blocks + [.table(byDate)])
    }

    /// How large it may become; a chart of its own, since it may be many times what is accepted. `nil` where nothing
    /// was sampled.
    private var doubt: TimeChart? {
        guard let spread = figures[.range]["structural"]?["required"] else { return nil }
        let high = spread.series("p90")
        guard let most = MissionFigures.peak(high), most.value > 0 else { return nil }
        return TimeChart(
            title: "People required in theatre, by what nations may still accept",
            description: """
                Nine samples in ten lie below the high edge, at most \(Quantity.number(most.value)) from \
                \(figures.date(most.period)); one in ten below the low edge.
                """,
            unit: "people", axis: figures.axis,
            layers: [
                .band(low: spread.series("p10"), high: high, "low to high", .doubt),
                .steps(spread.series("p50").map { $0 }, "middle", .high),
                .steps(figures[.force(MissionFigures.planned)].series("required").map { $0 }, "accepted", .required),
            ])
    }

    /// `nil` where nobody is needed.
    private func strength(_ scenario: Scenario) -> TimeChart? {
        let data = figures[.force(scenario)]
        let required = data.series("required")
        let filled = data.series("filled")
        guard let most = MissionFigures.peak(required), most.value > 0 else { return nil }
        var layers: [TimeChart.Layer] = []
        let isSampled = scenario == MissionFigures.planned && figures.has(.range)
        layers.append(.area(filled, "filled", .filled))
        layers.append(.excess(required, above: filled, "short", .short))
        if isSampled, let firmness = figures[.range]["firmness"]?["filled"] {
            layers.append(.steps(firmness.series("p10").map { $0 }, "filled, low", .low))
            layers.append(.steps(firmness.series("p90").map { $0 }, "filled, high", .high))
        }
        layers.append(.steps(required.map { $0 }, "required", .required))
        let there = MissionFigures.peak(filled)
        let gap = MissionFigures.peak(MissionFigures.excess(required, filled), from: figures.now)
        var words = """
            Required at most \(Quantity.people(most.value)) from \(figures.date(most.period)); filled at most \
            \(Quantity.number(there?.value)) from \(figures.date(there?.period)).
            """
        if let gap, gap.value > 0 {
            words += " Most short from now on: \(Quantity.number(gap.value)), from \(figures.date(gap.period))."
        } else {
            words += " Nothing is short from now on."
        }
        if isSampled {
            words +=
                " Filled low and high, by what comes of the pledges: one sample in ten lies below, one in ten above."
        }
        return TimeChart(
            title: "People in theatre, \(scenario.rawValue): \(Self.meaning(scenario))", description: words,
            unit: "people", axis: figures.axis, layers: layers)
    }

    /// Every so many periods: the charts in figures.
    private var byDate: ReportTable {
        let range = figures[.range]
        let isSampled = figures.has(.range)
        var columns: [Table.Column] = [.init("From")]
        for scenario in Scenario.allCases {
            columns += [.init("Required, \(scenario.rawValue)", .right), .init("Filled, \(scenario.rawValue)", .right)]
        }
        if isSampled {
            columns += [.init("Required, low to high", .right), .init("Filled, low to high", .right)]
        }
        let step = max(1, (figures.periods + Self.datesMax - 1) / Self.datesMax)
        var table = ReportTable(
            step == 1
                ? "People in theatre, by period"
                : "People in theatre, every \(Quantity.number(step)) periods (all are in the CSV files of --csv)",
            columns)
        func at(_ series: [Double], _ period: Int) -> String {
            Quantity.number(period < series.count ? series[period] : nil)
        }
        let strengths = Scenario.allCases.flatMap { scenario in
            ["required", "filled"].map { figures[.force(scenario)].series($0) }
        }
        let spreads = [range["structural"]?["required"], range["firmness"]?["filled"]].map { spread in
            ["p10", "p90"].map { spread?.series($0) ?? [] }
        }
        for period in stride(from: 0, to: figures.periods, by: step) {
            let low = isSampled ? spreads.map { "\(at($0[0], period)) to \(at($0[1], period))" } : []
            table.add(
                [
                    .init(
                        figures.date(period), detail: period <= figures.now && figures.now < period + step ? "now" : nil
                    )
                ]
                    + strengths.map { .init(at($0, period)) } + low.map { .init($0) })
        }
        return table
    }

    /// Rows of the force by date: half a page.
    private static let datesMax = 22
}
