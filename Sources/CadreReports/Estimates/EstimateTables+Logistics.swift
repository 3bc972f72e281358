import CadreContract
import CadrePlanning

extension EstimateTables {
    func tables(_ logistics: LogisticsEstimate, _ heading: Heading) -> [Table] {
        [
            commodities(logistics, heading), hosted(logistics, heading), lift(logistics, heading),
            movement(logistics.movement, heading), movementByNation(logistics.movement, heading),
            capacities(logistics, heading), equipment(logistics, heading), costs(logistics, heading),
            nations(logistics, heading), funds(logistics, heading),
        ]
    }

    private func commodities(_ logistics: LogisticsEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("commodities"),
            [
                .init("commodity"), .init("site"), .init("used", .right), .init("delivered", .right),
                .init("short", .right), .init("least days of supply", .right), .init("use over time"),
            ])
        for commodity in logistics.commodities.all {
            for site in commodity.value.all where site.value.use.contains(where: { $0 > 0 }) {
                let stock = site.value
                table.add([
                    commodity.name, site.name, Numbers.short(stock.use.sum), Numbers.short(stock.delivered.sum),
                    Numbers.short(stock.short.sum), Numbers.short(stock.daysOfSupply.compactMap { $0 }.min()),
                    chart(stock.use),
                ])
            }
        }
        return table
    }

    private func lift(_ logistics: LogisticsEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("lift"),
            [.init("site"), .init("kg", .right), .init("loads", .right), .init("kg over time")])
        for row in logistics.lift.all {
            table.add([
                row.name, Numbers.short(row.value.kg.sum), Numbers.short(row.value.loads.sum), chart(row.value.kg),
            ])
        }
        return table
    }

    private func movement(_ movement: LogisticsEstimate.Movement, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("movement, persons and sorties"),
            [.init("movement"), .init("total", .right), .init("over time")])
        for (name, series) in [
            ("arrivals", movement.arrivals), ("departures", movement.departures), ("rotations", movement.rotations),
            ("sorties", movement.sorties),
        ] {
            table.add([name, Numbers.short(series.sum), chart(series.reals)])
        }
        return table
    }

    private func movementByNation(_ movement: LogisticsEstimate.Movement, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("movement by nation, persons"),
            [
                .init("nation"), .init("arrivals", .right), .init("departures", .right), .init("rotations", .right),
                .init("arrivals over time"),
            ])
        for row in movement.byNation.all {
            let moved = row.value
            table.add([
                row.name, Numbers.short(moved.arrivals.sum), Numbers.short(moved.departures.sum),
                Numbers.short(moved.rotations.sum), chart(moved.arrivals.reals),
            ])
        }
        return table
    }

    private func hosted(_ logistics: LogisticsEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("supplies to be provided by others"),
            [.init("commodity"), .init("site"), .init("used", .right), .init("use over time")])
        for commodity in logistics.hosted.all {
            for site in commodity.value.all {
                table.add([commodity.name, site.name, Numbers.short(site.value.sum), chart(site.value)])
            }
        }
        return table
    }

    private func capacities(_ logistics: LogisticsEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("beds, power, classrooms"),
            [
                .init("capacity"), .init("site"), .init("needed", .right), .init("available", .right),
                .init("need over time"),
            ])
        for (name, sites) in [
            ("beds", logistics.beds), ("power, kW", logistics.power), ("classrooms", logistics.classrooms),
        ] {
            for site in sites.all where site.value.need.contains(where: { $0 > 0 }) {
                let need = site.value.need
                table.add([
                    name, site.name, Numbers.short(need.max() ?? 0), Numbers.short(site.value.have), chart(need),
                ])
            }
        }
        return table
    }

    private func equipment(_ logistics: LogisticsEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("equipment"),
            [
                .init("item"), .init("needed", .right), .init("donation", .right), .init("sale", .right),
                .init("loan", .right), .init("delivered", .right), .init("gap", .right), .init("kg to come", .right),
            ])
        for row in logistics.equipment.all {
            let item = row.value
            let counts = [item.needed, item.donation, item.sale, item.loan, item.delivered, item.gap]
            table.add([row.name] + counts.map(Numbers.short) + [Numbers.short(item.kgToCome)])
        }
        return table
    }

    private func costs(_ logistics: LogisticsEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("costs, EUR"), [.init("kind"), .init("total", .right), .init("over time")])
        for row in logistics.costs.all { table.add([row.name, Numbers.short(row.value.sum), chart(row.value)]) }
        return table
    }

    private func nations(_ logistics: LogisticsEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("cost of people by nation, EUR"),
            [.init("nation"), .init("total", .right), .init("over time")])
        for row in logistics.nations.all { table.add([row.name, Numbers.short(row.value.sum), chart(row.value)]) }
        return table
    }

    private func funds(_ logistics: LogisticsEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("funds, EUR"),
            [
                .init("fund"), .init("pledged", .right), .init("received", .right), .init("at the end", .right),
                .init("short from"),
            ])
        for row in logistics.funds.all {
            let fund = row.value
            table.add([
                row.name, Numbers.short(fund.pledged), Numbers.short(fund.received), Numbers.short(fund.balance.last),
                fund.shortFrom.flatMap(heading.head.date) ?? "never",
            ])
        }
        return table
    }
}
