import CadreContract
import CadrePlanning

// The force over time, in each scenario.
extension MissionReport {
    var force: ReportDocument.Section {
        var blocks: [ReportDocument.Block] = []
        for scenario in [MissionFigures.planned] + Scenario.allCases.filter({ $0 != MissionFigures.planned }) {
            if let chart = strength(scenario) {
                blocks.append(.chart(.time(chart)))
            } else {
                blocks.append(
                    .paragraph("In the \(scenario.rawValue) scenario no posts in theatre are required at any time."))
            }
        }
        if let doubt { blocks.append(.chart(.time(doubt))) }
        return ReportDocument.Section(
            id: "force", heading: "The force over time", blocks: blocks + [.table(byDate)])
    }

    /// The range of the required strength, or `nil` without samples. It has a separate chart, since it may be many times
    /// the accepted strength.
    private var doubt: TimeChart? {
        guard let spread = figures.estimates.range?.structural.required, let most = MissionFigures.peak(spread.p90),
            most.value > 0
        else { return nil }
        return TimeChart(
            title: "People required in theatre, range due to undecided elements",
            description: """
                Nine samples in ten lie below the high edge, at most \(Quantity.number(most.value)) from \
                \(figures.date(most.period)); one in ten below the low edge.
                """,
            unit: "people", axis: figures.axis,
            layers: [
                .band(low: spread.p10, high: spread.p90, "low to high", .doubt),
                .steps(spread.p50, "middle", .high),
                .steps(figures.force().inTheatre.required.reals, "accepted", .required),
            ])
    }

    /// Returns the chart of one scenario, or `nil` if no posts are required.
    private func strength(_ scenario: Scenario) -> TimeChart? {
        let strength = figures.force(scenario).inTheatre
        let (required, filled) = (strength.required.reals, strength.filled.reals)
        guard let most = MissionFigures.peak(required), most.value > 0 else { return nil }
        var layers: [TimeChart.Layer] = []
        let firmness = scenario == MissionFigures.planned ? figures.estimates.range?.firmness.filled : nil
        layers.append(.area(filled, "filled", .filled))
        layers.append(.excess(required, above: filled, "short", .short))
        if let firmness {
            layers.append(.steps(firmness.p10, "filled, low", .low))
            layers.append(.steps(firmness.p90, "filled, high", .high))
        }
        layers.append(.steps(required, "required", .required))
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
        if firmness != nil {
            words +=
                " Filled low and high: one sample in ten lies below or above, as pledges fail or are late."
        }
        return TimeChart(
            title: "People in theatre, \(scenario.rawValue): \(Self.meaning(scenario))", description: words,
            unit: "people", axis: figures.axis, layers: layers)
    }

    /// The figures of the charts at regular intervals.
    private var byDate: ReportTable {
        let range = figures.estimates.range
        var columns: [Table.Column] = [.init("From")]
        for scenario in Scenario.allCases {
            columns += [.init("Required, \(scenario.rawValue)", .right), .init("Filled, \(scenario.rawValue)", .right)]
        }
        if range != nil {
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
            [figures.force(scenario).inTheatre.required.reals, figures.force(scenario).inTheatre.filled.reals]
        }
        let spreads = range.map { [$0.structural.required, $0.firmness.filled] } ?? []
        for period in stride(from: 0, to: figures.periods, by: step) {
            let low = spreads.map { "\(at($0.p10, period)) to \(at($0.p90, period))" }
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

    /// The rows of the force by date: half a page.
    private static let datesMax = 22
}
