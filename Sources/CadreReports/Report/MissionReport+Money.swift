import CadreContract
import CadrePlanning

// Costs, their bearers and the balances of funds.
extension MissionReport {
    var money: ReportDocument.Section {
        ReportDocument.Section(
            id: "money", heading: "Money",
            blocks: costs + [.heading("People by nation")] + nations + [.heading("Funds")] + funds)
    }

    private var costs: [ReportDocument.Block] {
        let kinds = figures.logistics().costs.all.map { (name: $0.name, series: $0.value) }
            .filter { $0.series.contains { $0 > 0 } }
        guard !kinds.isEmpty else { return [.paragraph("The agreed plan costs nothing within the horizon.")] }
        let order = kinds.enumerated().sorted { a, b in
            let (x, y) = (a.element.series.reduce(0, +), b.element.series.reduce(0, +))
            return x == y ? a.offset < b.offset : x > y
        }.map(\.element)
        let all = order.reduce(0) { $0 + $1.series.reduce(0, +) }
        let ahead = order.reduce(0) { $0 + figures.sumFromNow($1.series) }
        var table = ReportTable(
            "Costs by kind, EUR",
            [
                .init("Kind"), .init("Until now", .right), .init("From now on", .right), .init("In all", .right),
                .init("Share", .right), .init("Charged to"),
            ])
        for (kind, series) in order {
            let sum = series.reduce(0, +)
            let rest = figures.sumFromNow(series)
            table.add([
                .init(kind), .init(Quantity.euro(sum - rest)), .init(Quantity.euro(rest)), .init(Quantity.euro(sum)),
                .init(Quantity.share(sum, of: all)), .init(bearers(of: kind)),
            ])
        }
        table.add([
            .init("all"), .init(Quantity.euro(all - ahead)), .init(Quantity.euro(ahead)), .init(Quantity.euro(all)),
            .init(Quantity.share(all, of: all)), "",
        ])
        return [
            .paragraph(
                """
                The offered plan costs \(strong: "EUR\u{A0}\(Quantity.euro(all))") in all, \
                EUR\u{A0}\(Quantity.euro(ahead)) of it from now on.
                """),
            .chart(
                .time(
                    TimeChart(
                        title: "Costs by kind, added up, offered",
                        description: "By the end EUR\u{A0}\(Quantity.euro(all)), most of it for \(order[0].name).",
                        unit: "EUR", axis: figures.axis,
                        layers: [
                            .stack(
                                stacked(
                                    order.map { ($0.name, MissionFigures.cumulative($0.series)) }, rest: "others"))
                        ]))),
            .table(table),
        ]
    }

    /// Returns the funds that bear a kind of cost, each with its share; the nations bear the rest. Each fund
    /// bears its share or what those before it left, if that is less. Source: MODEL § 8.
    private func bearers(of kind: String) -> String {
        var left = 1.0
        var bearers: [String] = []
        for fund in figures.logistics().funds.all.map(\.name) {
            let share = min(left, figures.plan.charges(ofFund: fund).first { $0.kind.rawValue == kind }?.share ?? 0)
            guard share > 0 else { continue }
            left -= share
            bearers.append(share == 1 ? fund : "\(fund) \(Quantity.share(share, of: 1))")
        }
        guard left > Self.shareTolerance else { return bearers.joined(separator: ", ") }
        return (bearers + [bearers.isEmpty ? "the nations" : "the nations \(Quantity.share(left, of: 1))"])
            .joined(separator: ", ")
    }

    /// Sums of shares such as 0.6 and 0.4 may differ from 1 by less than this.
    private static let shareTolerance = 1e-9

    // MARK: Nations

    /// The cost of the people of each nation, the greatest first.
    private var nations: [ReportDocument.Block] {
        let costs = figures.logistics().nations.all.map { (nation: $0.name, series: $0.value) }
            .filter { $0.series.contains { $0 > 0 } }
        guard !costs.isEmpty else { return [.paragraph("No nation's people cost anything within the plan.")] }
        let all = costs.reduce(0) { $0 + $1.series.reduce(0, +) }
        let order = costs.enumerated().sorted { a, b in
            let (x, y) = (a.element.series.reduce(0, +), b.element.series.reduce(0, +))
            return x == y ? a.offset < b.offset : x > y
        }.map(\.element)
        var table = ReportTable(
            "Cost of people by the nation that gives them, EUR",
            [
                .init("Nation"), .init("Until now", .right), .init("From now on", .right), .init("In all", .right),
                .init("Share", .right),
            ])
        for (nation, series) in order {
            let sum = series.reduce(0, +)
            let rest = figures.sumFromNow(series)
            table.add([
                .init(nation), .init(Quantity.euro(sum - rest)), .init(Quantity.euro(rest)),
                .init(Quantity.euro(sum)), .init(Quantity.share(sum, of: all)),
            ])
        }
        return [.table(table)]
    }

    // MARK: Funds

    private var funds: [ReportDocument.Block] {
        let funds = figures.logistics().funds.all
        guard !funds.isEmpty else { return [.paragraph("There are no funds: the nations bear their own costs.")] }
        var table = ReportTable(
            "Funds, EUR",
            [
                .init("Fund"), .init("Pledged", .right), .init("Received", .right), .init("To come", .right),
                .init("Charged in all", .right), .init("At the end", .right), .init("Short from"),
            ])
        for row in funds {
            let (pledged, received, shortFrom) = (row.value.pledged, row.value.received, row.value.shortFrom)
            let end = row.value.balance.last ?? pledged
            table.add([
                .init(row.name, detail: charges(of: row.name)),
                .init(Quantity.euro(pledged)), .init(Quantity.euro(received)), .init(Quantity.euro(pledged - received)),
                .init(Quantity.euro(pledged - end)), .init(Quantity.euro(end), isTrouble: end < 0),
                .init(shortFrom.map { figures.date($0) } ?? "never", isTrouble: shortFrom != nil),
            ])
        }
        let moving = funds.filter { fund in fund.value.pledged > 0 || fund.value.balance.contains { $0 != 0 } }
        guard !moving.isEmpty else {
            return [.paragraph("No money is pledged to any fund, and none is charged."), .table(table)]
        }
        return [
            .panels(moving.prefix(ReportLimits.panelsMax).map { balance($0.name, $0.value) }), .table(table),
        ]
    }

    /// `lift, supplies 40 %`: the kinds that a fund bears, and the share of those that it does not bear whole.
    private func charges(of fund: String) -> String {
        figures.plan.charges(ofFund: fund).map { kind, share in
            share == 1 ? kind.rawValue : "\(kind.rawValue) \(Quantity.share(share, of: 1))"
        }.joined(separator: ", ")
    }

    private func balance(_ fund: String, _ row: LogisticsEstimate.FundBalance) -> TimeChart {
        let series = row.balance
        let shortFrom = row.shortFrom
        var words =
            "Pledged EUR\u{A0}\(Quantity.euro(row.pledged)); at the end "
            + "EUR\u{A0}\(Quantity.euro(series.last))."
        words += shortFrom.map { " Short from \(figures.date($0))." } ?? " It lasts."
        return TimeChart(
            title: fund, description: words, unit: "EUR", axis: figures.axis,
            layers: [
                .area(series.map { max(0, $0) }, "balance", .filled),
                .excess(series.map { _ in 0 }, above: series, "below zero", .short),
                .steps(series.map { $0 }, "pledged less charges", .required),
            ], marks: shortFrom.map { [TimeChart.Mark(period: $0, label: "short from \(figures.date($0))")] } ?? [],
            size: .panel)
    }
}
