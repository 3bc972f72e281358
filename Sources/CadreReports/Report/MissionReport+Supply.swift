import CadreContract
import CadrePlanning

// Supply, lift, movement, beds, power, classrooms, equipment.
extension MissionReport {
    var supply: ReportDocument.Section {
        ReportDocument.Section(
            id: "supply", heading: "Supply, lift and room",
            blocks: [.heading("Days of supply")] + stocks + [.heading("Lift and movement")] + lift
                + [.heading("Beds, power, classrooms")] + rooms + [.heading("Equipment for the partner")] + equipment)
    }

    // MARK: Stocks

    /// A commodity at a site that uses it.
    private struct Stock {
        let commodity: String
        let site: String
        let use: [Double]
        let short: [Double]
        let days: [Double?]
        /// The first period from now on without enough, and the least days of supply from now on.
        let outFrom: Int?
        let least: (value: Double, period: Int)?
        /// The number of periods from now on with a shortage.
        let shortPeriods: Int
    }

    /// The tolerance above which a need counts as not met. Source: MODEL § 12.
    private static let tolerance = 1e-6

    private var used: [Stock] {
        figures.logistics().commodities.all.flatMap { commodity in
            commodity.value.all.compactMap { site -> Stock? in
                let (use, short) = (site.value.use, site.value.short)
                guard use.contains(where: { $0 > 0 }) else { return nil }
                let days = site.value.daysOfSupply
                let ahead = days.enumerated().dropFirst(figures.now).compactMap { period, value in
                    value.map { (value: $0, period: period) }
                }
                return Stock(
                    commodity: commodity.name, site: site.name, use: use, short: short, days: days,
                    outFrom: short.indices.first { $0 >= figures.now && short[$0] > Self.tolerance },
                    least: ahead.min { $0.value < $1.value },
                    shortPeriods: short.dropFirst(figures.now).count { $0 > Self.tolerance })
            }
        }.enumerated().sorted { a, b in
            let (x, y) = (a.element, b.element)
            let (first, second) = (x.outFrom ?? .max, y.outFrom ?? .max)
            if first != second { return first < second }
            if x.shortPeriods != y.shortPeriods { return x.shortPeriods > y.shortPeriods }
            let (least, other) = (x.least?.value ?? .infinity, y.least?.value ?? .infinity)
            return least == other ? a.offset < b.offset : least < other
        }.map(\.element)
    }

    private var stocks: [ReportDocument.Block] {
        let stocks = used
        guard !stocks.isEmpty else { return [.paragraph("The mission uses no supplies itself.")] }
        let out = stocks.filter { $0.outFrom != nil }
        var blocks: [ReportDocument.Block] = []
        if let first = out.first {
            blocks.append(
                .paragraph(
                    """
                    The first stock-out from now on: \(strong: "\(first.commodity) at \(siteName(first.site))"), \
                    \(figures.date(first.outFrom)). In all \
                    \(Quantity.count(out.count, "stock runs out", "stocks run out")) of \
                    \(Quantity.number(stocks.count)).
                    """))
        } else {
            blocks.append(.paragraph("No stock runs out from now on, with the deliveries that are planned."))
        }
        return blocks + [.chart(.strips(strips(stocks))), .table(stockTable(stocks))]
    }

    private func strips(_ stocks: [Stock]) -> StripChart {
        let shown = stocks.prefix(ReportLimits.stripsMax)
        let cut =
            stocks.count > shown.count
            ? " The \(Quantity.number(shown.count)) that run lowest, of \(Quantity.number(stocks.count))." : ""
        return StripChart(
            title: "Days of supply in hand, by commodity and site, offered",
            description: "Past periods show the actual stock. The stock that runs out first comes first." + cut,
            axis: figures.axis,
            meaning: [
                .init(shade: .good, label: "30 days or more"), .init(shade: .fair, label: "7 to 30 days"),
                .init(shade: .low, label: "below 7 days"), .init(shade: .out, label: "not enough for the period"),
            ],
            rows: shown.map { stock in
                StripChart.Row(
                    label: "\(stock.commodity), \(figures.plan.shortName(.site, stock.site))",
                    shades: stock.days.indices.map { period in
                        let isShort = period < stock.short.count && stock.short[period] > Self.tolerance
                        return shade(stock.days[period], isShort: isShort)
                    })
            })
    }

    private func shade(_ days: Double?, isShort: Bool) -> StripChart.Shade {
        guard let days else { return .none }
        if isShort { return .out }
        return days < 7 ? .low : days < 30 ? .fair : .good
    }

    private func stockTable(_ stocks: [Stock]) -> ReportTable {
        var table = ReportTable(
            "Use and stock from now on",
            [
                .init("Commodity"), .init("Site"), .init("Unit"), .init("Use a day at most", .right),
                .init("Least days of supply", .right), .init("on"), .init("Out from"), .init("Short in all", .right),
            ])
        for stock in stocks {
            let daily = MissionFigures.peak(stock.use, from: figures.now).map {
                $0.value / Double(figures.axis.periodDays)
            }
            table.add([
                .init(stock.commodity), .init(siteName(stock.site)),
                .init(figures.plan.unit(ofCommodity: stock.commodity)), .init(Quantity.number(daily)),
                .init(Quantity.number(stock.least?.value)), .init(figures.date(stock.least?.period)),
                .init(stock.outFrom.map { figures.date($0) } ?? "never", isTrouble: stock.outFrom != nil),
                .init(Quantity.number(figures.sumFromNow(stock.short))),
            ])
        }
        return table
    }

    private func siteName(_ id: String) -> String { figures.plan.name(.site, id) }

    // MARK: Lift

    private var lift: [ReportDocument.Block] {
        let rows = figures.logistics().lift.all.filter { $0.value.kg.contains { $0 > 0 } }
        let movement = figures.logistics().movement
        let moved = (movement.arrivals + movement.departures).contains { $0 > 0 }
        var blocks: [ReportDocument.Block] = []
        if rows.isEmpty {
            blocks.append(.paragraph("No supplies are brought in from outside."))
        } else {
            var table = ReportTable(
                "Supplies to be brought in",
                [
                    .init("Site"), .init("Tonnes in all", .right), .init("from now on", .right),
                    .init("Loads from now on", .right), .init("Loads a period at most", .right), .init("on"),
                    .init("Tonnes over time"),
                ])
            for row in rows {
                let site = row.name
                let tonnes = row.value.kg.map { $0 / 1_000 }
                let most = MissionFigures.peak(row.value.loads.reals, from: figures.now)
                table.add([
                    figures.plan.cell(.site, site, [figures.plan.site(site).map { "by \($0.route.rawValue)" }]),
                    .init(Quantity.number(tonnes.reduce(0, +))), .init(Quantity.number(figures.sumFromNow(tonnes))),
                    .init(Quantity.number(figures.sumFromNow(row.value.loads.reals))),
                    .init(Quantity.number(most?.value)), .init(figures.date(most?.period)),
                    .init(Spark(title: "\(site): tonnes to be brought", required: [], filled: tonnes, now: nil)),
                ])
            }
            blocks.append(.table(table))
        }
        guard moved else { return blocks + [.paragraph("There are no movements to or from the theatre.")] }
        let (arrivals, departures) = (movement.arrivals.reals, movement.departures.reals)
        let busiest = MissionFigures.peak(arrivals, from: figures.now)
        return blocks + [
            .paragraph(
                """
                From now on \(Quantity.people(figures.sumFromNow(arrivals))) arrive and \
                \(Quantity.people(figures.sumFromNow(departures))) leave, rotations included \
                (\(Quantity.number(figures.sumFromNow(movement.rotations.reals)))), in \
                \(strong: Quantity.count(figures.sumFromNow(movement.sorties.reals), "passenger sortie", "passenger sorties")). \
                Most arrive in the period from \(figures.date(busiest?.period)): \(Quantity.number(busiest?.value)).
                """),
            .panels([
                movementChart("Arrivals", arrivals), movementChart("Departures", departures),
            ]),
        ] + movementByNation(movement)
    }

    /// The movements of each nation's people, the most arrivals first.
    private func movementByNation(_ movement: LogisticsEstimate.Movement) -> [ReportDocument.Block] {
        let rows = movement.byNation.all.map { row in
            let series = [row.value.arrivals, row.value.departures, row.value.rotations]
            return (
                nation: row.name, sums: series.map { figures.sumFromNow($0.reals) }, arrivals: row.value.arrivals.reals
            )
        }.filter { $0.sums.contains { $0 > 0 } }
        guard !rows.isEmpty else { return [] }
        var table = ReportTable(
            "Movements by nation from now on, rotations counted as arrivals and departures too",
            [
                .init("Nation"), .init("Arrivals", .right), .init("Departures", .right), .init("Rotations", .right),
                .init("Most arrive from"), .init("Arrivals over time"),
            ])
        let order = rows.enumerated().sorted { a, b in
            let (x, y) = (a.element.sums[0], b.element.sums[0])
            return x == y ? a.offset < b.offset : x > y
        }.map(\.element)
        for row in order {
            let most = MissionFigures.peak(row.arrivals, from: figures.now).flatMap { $0.value > 0 ? $0.period : nil }
            table.add(
                [.init(row.nation)] + row.sums.map { .init(Quantity.number($0)) } + [
                    .init(figures.date(most)),
                    .init(Spark(title: "\(row.nation): arrivals", required: [], filled: row.arrivals, now: nil)),
                ])
        }
        return [.table(table)]
    }

    private func movementChart(_ title: String, _ series: [Double]) -> TimeChart {
        let most = MissionFigures.peak(series)
        return TimeChart(
            title: "\(title) by period, offered",
            description: "At most \(Quantity.people(most?.value)) in the period from \(figures.date(most?.period)).",
            unit: "people", axis: figures.axis, layers: [.area(series, title.lowercased(), .filled)], size: .panel)
    }

    // MARK: Rooms

    private var rooms: [ReportDocument.Block] {
        var table = ReportTable(
            "Needed and available capacity",
            [
                .init("Capacity"), .init("Site"), .init("Needed at most", .right), .init("on"),
                .init("Available", .right),
                .init("Too little from"), .init("Over time"),
            ])
        let logistics = figures.logistics()
        for (what, rows) in [
            ("Beds", logistics.beds), ("Power, kW", logistics.power), ("Classrooms", logistics.classrooms),
        ] {
            for row in rows.all {
                let (site, need, have) = (row.name, row.value.need, row.value.have)
                guard let most = MissionFigures.peak(need, from: figures.now), most.value > 0 else { continue }
                let from = have.flatMap { have in
                    need.indices.first { $0 >= figures.now && need[$0] > have + Self.tolerance }
                }
                table.add([
                    .init(what), figures.plan.cell(.site, site), .init(Quantity.number(most.value)),
                    .init(figures.date(most.period)), .init(have.map { Quantity.number($0) } ?? "not known"),
                    .init(from.map { figures.date($0) } ?? "–", isTrouble: from != nil),
                    .init(
                        Spark(
                            title: "\(site): need as area, capacity as line",
                            required: have.map { have in need.map { _ in have } } ?? [], filled: need, now: nil)),
                ])
            }
        }
        return table.rows.isEmpty
            ? [.paragraph("From now on the mission needs no beds, power or classrooms.")] : [.table(table)]
    }

    // MARK: Equipment

    private var equipment: [ReportDocument.Block] {
        let rows = figures.logistics().equipment.all
        guard !rows.isEmpty else { return [.paragraph("No equipment is required for the partner.")] }
        var table = ReportTable(
            "Items required, pledged and delivered",
            [
                .init("Item"), .init("Needed", .right), .init("Donated", .right), .init("Sold", .right),
                .init("Lent", .right), .init("Delivered", .right), .init("Missing", .right),
                .init("Tonnes to come", .right),
            ])
        for row in rows {
            let item = row.value
            table.add(
                [figures.plan.cell(.item, row.name)]
                    + [item.needed, item.donation, item.sale, item.loan, item.delivered].map {
                        .init(Quantity.number($0))
                    }
                    + [
                        .init(Quantity.number(item.gap), isTrouble: item.gap > 0),
                        .init(Quantity.number(item.kgToCome / 1_000)),
                    ])
        }
        return [.table(table)]
    }
}
