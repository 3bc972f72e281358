import CadreContract
import CadrePlanning

// The statement of requirements and its filled posts: by line, nation, capability and site.
extension MissionReport {
    var requirements: ReportDocument.Section {
        let lines = FillRow.sorted(figures.force().byLine, figures)
        let capabilities = FillRow.sorted(figures.force().byCapability, figures)
        let sites = FillRow.sorted(figures.force().bySite, figures)
        var blocks: [ReportDocument.Block] = [
            .paragraph(
                """
                All figures are of the offered scenario. “Filled from now on” is the share of the posts required from \
                \(figures.date(figures.now)) to the end that is filled. The largest gaps come first.
                """),
            .heading("By line"),
        ]
        blocks +=
            lines.isEmpty
            ? [.paragraph("No line of the statement of requirements is accepted.")]
            : bars("line", "lines", lines) { figures.plan.barName(.line, $0) } + [.table(lineTable(lines))]
        blocks.append(.heading("By capability"))
        blocks +=
            capabilities.isEmpty
            ? [.paragraph("No capability is required in theatre.")]
            : bars("capability", "capabilities", capabilities) { $0 } + [
                .table(
                    table("Capability", "Posts in theatre by capability, required and filled", capabilities) {
                        .init($0)
                    })
            ]
        blocks.append(.heading("By site"))
        blocks +=
            sites.isEmpty
            ? [.paragraph("No site requires anybody.")]
            : [
                .table(
                    table("Site", "Posts by site, required and filled", sites) { id in
                        let isAbroad = figures.plan.site(id)?.inTheatre == false
                        return figures.plan.cell(.site, id, [isAbroad ? "not in theatre" : nil])
                    })
            ]
        blocks.append(.heading("By nation"))
        return ReportDocument.Section(
            id: "requirements", heading: "Required and filled posts", blocks: blocks + nations)
    }

    /// Returns a chart of the largest gaps, or a sentence if there is at most one.
    private func bars(
        _ one: String, _ many: String, _ rows: [FillRow], _ name: (String) -> String
    ) -> [ReportDocument.Block] {
        let short = rows.filter { $0.shortFromNow > 0 }
        guard let worst = short.first else {
            return [.paragraph("From now on nothing is short of any \(one).")]
        }
        guard short.count > 1 else {
            return [
                .paragraph(
                    """
                    From now on only one \(one) is short, \(name(worst.id)): \
                    \(strong: Quantity.number(worst.shortFromNow)) of \(Quantity.number(worst.requiredFromNow)) \
                    \(figures.personPeriods).
                    """)
            ]
        }
        let shown = short.prefix(ReportLimits.barsMax)
        let cut = short.count > shown.count ? "; the \(Quantity.number(shown.count)) that lack most" : ""
        return [
            .chart(
                .bars(
                    BarChart(
                        title: "Filled and unfilled posts from now on, by \(one), \(figures.personPeriods)",
                        description: """
                            \(Quantity.count(short.count, "\(one) is", "\(many) are")) short from now on\(cut). Most is \
                            missing of \(name(worst.id)): \(Quantity.number(worst.shortFromNow)) of \
                            \(Quantity.number(worst.requiredFromNow)) \(figures.personPeriods).
                            """,
                        legend: [
                            .init(label: "filled", paint: .filled, isLine: false),
                            .init(label: "short", paint: .short, isLine: false),
                        ],
                        rows: shown.map { row in
                            BarChart.Row(
                                label: name(row.id),
                                parts: [
                                    .init(value: row.requiredFromNow - row.shortFromNow, paint: .filled),
                                    .init(value: row.shortFromNow, paint: .short),
                                ],
                                figure: Quantity.number(row.shortFromNow) + " short")
                        })))
        ]
    }

    private func lineTable(_ rows: [FillRow]) -> ReportTable {
        table("Line", "Posts by line, required and filled", rows) { id in
            let line = figures.plan.line(id)
            return figures.plan.cell(
                .line, id,
                [
                    line?.capability.code, line.map { figures.plan.name(.site, $0.site.text) },
                    line.map { "priority\u{A0}\($0.priority)" }, figures.plan[.line, id]?.note,
                ])
        }
    }

    private func table(
        _ what: String, _ caption: String, _ rows: [FillRow], _ name: (String) -> ReportTable.Cell
    ) -> ReportTable {
        var table = ReportTable(caption, [.init(what)] + FillRow.columns)
        for row in rows { table.add([name(row.id)] + row.cells(figures)) }
        return table
    }

    // MARK: Nations

    private var nations: [ReportDocument.Block] {
        let used = figures.force().byNation.all.map { (nation: $0.name, series: $0.value.reals) }
            .filter { ($0.series.max() ?? 0) > 0 }
        guard !used.isEmpty else { return [.paragraph("No nation's people are used in the offered scenario.")] }
        let order = used.map { (row: $0, sum: figures.sumFromNow($0.series)) }.enumerated().sorted { a, b in
            a.element.sum == b.element.sum ? a.offset < b.offset : a.element.sum > b.element.sum
        }.map(\.element.row)
        var table = ReportTable(
            "People of each nation who fill a post, in theatre and abroad",
            [
                .init("Nation"), .init("At most", .right), .init("from"), .init("Now", .right),
                .init("Share from now on", .right), .init("Until"), .init("Over time"),
            ])
        let all = order.reduce(0) { $0 + figures.sumFromNow($1.series) }
        for row in order {
            let most = MissionFigures.peak(row.series)
            let end = row.series.lastIndex { $0 > 0 }.map { figures.date($0 + 1) }
            table.add([
                .init(row.nation), .init(Quantity.number(most?.value)), .init(figures.date(most?.period)),
                .init(Quantity.number(figures.now < row.series.count ? row.series[figures.now] : nil)),
                .init(Quantity.share(figures.sumFromNow(row.series), of: all)), .init(end ?? Quantity.none),
                .init(
                    Spark(
                        title: "\(row.nation): people used", required: [], filled: row.series,
                        now: figures.now < row.series.count ? figures.now : nil)),
            ])
        }
        return [.chart(.time(nationChart(order))), .table(table)]
    }

    private func nationChart(_ order: [(nation: String, series: [Double])]) -> TimeChart {
        let parts = stacked(order.map { ($0.nation, $0.series) }, rest: "other nations")
        let greatest = order.prefix(3).map(\.nation).joined(separator: ", ")
        return TimeChart(
            title: "Filled posts by nation, offered",
            description: "People of \(Quantity.count(order.count, "nation", "nations")) fill posts; most are from "
                + "now on of \(greatest).",
            unit: "people", axis: figures.axis, layers: [.stack(parts)])
    }

    /// The greatest ones apart, all others together.
    func stacked(_ rows: [(name: String, series: [Double])], rest: String) -> [TimeChart.Part] {
        let isTooMany = rows.count > ReportLimits.stackMax
        let shown = rows.prefix(isTooMany ? ReportLimits.stackMax - 1 : ReportLimits.stackMax)
        var parts = zip(shown, Paint.stacked).map { row, paint in
            TimeChart.Part(label: row.name, series: row.series, paint: paint)
        }
        if isTooMany {
            let others = rows.dropFirst(shown.count)
            let sum = others.reduce([Double](repeating: 0, count: figures.periods)) { sum, row in
                zip(sum, row.series).map { $0 + $1 }
            }
            parts.append(
                TimeChart.Part(label: "\(Quantity.number(others.count)) \(rest)", series: sum, paint: .rest))
        }
        return parts
    }
}
