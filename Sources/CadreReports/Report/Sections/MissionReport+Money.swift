import CadreContract
import CadrePlanning

/// What it costs, who pays, and when a fund runs short.
extension MissionReport {
    private var accounts: JSONValue { figures[.logistics(MissionFigures.planned)]["money"] ?? .empty }

    var money: ReportDocument.Section {
        ReportDocument.Section(
            id: "money", heading: "Money", blocks: costs + [.heading("Funds")] + funds)
    }

    private var costs: [ReportDocument.Block] {
        let kinds = accounts.rows("costs").map { (name: $0.name, series: $0.value.series) }
            .filter { $0.series.contains { $0 > 0 } }
        guard !kinds.isEmpty else { return [.paragraph("Nothing that is accepted costs anything within the plan.")] }
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
                .init(Quantity.share(sum, of: all)), .init(fund(chargedWith: kind) ?? "the nations"),
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

    /// The first fund, by id, whose `charges` name the kind: as the mission sets it, else as Cadre has it.
    /// Source: MODEL § 8.
    private func fund(chargedWith kind: String) -> String? {
        let funds = accounts.rows("funds").map(\.name)
        return funds.first { figures.plan.charges(ofFund: $0).contains(kind) }
    }

    // MARK: Funds

    private var funds: [ReportDocument.Block] {
        let funds = accounts.rows("funds")
        guard !funds.isEmpty else { return [.paragraph("There are no funds: the nations bear their own costs.")] }
        var table = ReportTable(
            "Funds, EUR",
            [
                .init("Fund"), .init("Pledged", .right), .init("Received", .right), .init("To come", .right),
                .init("Charged in all", .right), .init("At the end", .right), .init("Short from"),
            ])
        for (fund, row) in funds {
            let pledged = row.real("pledged") ?? 0
            let received = row.real("received") ?? 0
            let end = row.series("balance").last ?? pledged
            let shortFrom = row["shortFrom"]?.integer
            table.add([
                .init(fund, detail: figures.plan.charges(ofFund: fund).joined(separator: ", ")),
                .init(Quantity.euro(pledged)), .init(Quantity.euro(received)), .init(Quantity.euro(pledged - received)),
                .init(Quantity.euro(pledged - end)), .init(Quantity.euro(end), isTrouble: end < 0),
                .init(shortFrom.map { figures.date($0) } ?? "never", isTrouble: shortFrom != nil),
            ])
        }
        let moving = funds.filter { fund in
            let balance = fund.value.series("balance")
            return (fund.value.real("pledged") ?? 0) > 0 || balance.contains { $0 != 0 }
        }
        guard !moving.isEmpty else {
            return [.paragraph("No money is pledged to any fund, and none is charged."), .table(table)]
        }
        return [
            .panels(moving.prefix(ReportLimits.panelsMax).map { balance($0.name, $0.value) }), .table(table),
        ]
    }

    private func balance(_ fund: String, _ row: JSONValue) -> TimeChart {
        let series = row.series("balance")
        let shortFrom = row["shortFrom"]?.integer
        var words =
            "Pledged EUR\u{A0}\(Quantity.euro(row.real("pledged"))); at the end "
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
