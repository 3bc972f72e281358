import CadreContract
import CadreJSON

extension EstimateTables {
    func logistics(_ name: EstimateName, _ data: JSONValue, _ frame: EstimateFrame) -> [Table] {
        [
            commodities(name, data, frame), hosted(name, data, frame), lift(name, data, frame),
            movement(name, data, frame), movementByNation(name, data, frame), capacities(name, data, frame),
            equipment(name, data, frame), costs(name, data, frame), nations(name, data, frame),
            funds(name, data, frame),
        ]
    }

    private func commodities(_ name: EstimateName, _ data: JSONValue, _ frame: EstimateFrame) -> Table {
        var table = Table(
            title(name, "commodities", frame),
            [
                .init("commodity"), .init("site"), .init("used", .right), .init("delivered", .right),
                .init("short", .right), .init("least days of supply", .right), .init("use over time"),
            ])
        for (commodity, sites) in data["commodities"]?.members ?? [] {
            for (site, row) in sites.members ?? [] {
                let use = numbers(row["use"])
                guard use.contains(where: { $0 > 0 }) else { continue }
                let days = (row["daysOfSupply"]?.elements ?? []).compactMap { $0.number?.double }.min()
                table.add([
                    commodity, site, sum(row["use"]), sum(row["delivered"]), sum(row["short"]),
                    days.map(Numbers.short) ?? "–", chart(use),
                ])
            }
        }
        return table
    }

    private func sum(_ series: JSONValue?) -> String {
        Numbers.short(numbers(series).reduce(0, +))
    }

    private func lift(_ name: EstimateName, _ data: JSONValue, _ frame: EstimateFrame) -> Table {
        var table = Table(
            title(name, "lift", frame),
            [.init("site"), .init("kg", .right), .init("loads", .right), .init("kg over time")])
        for (site, row) in data["lift"]?.members ?? [] {
            table.add([site, sum(row["kg"]), sum(row["loads"]), chart(numbers(row["kg"]))])
        }
        return table
    }

    private func movement(_ name: EstimateName, _ data: JSONValue, _ frame: EstimateFrame) -> Table {
        var table = Table(
            title(name, "movement, persons and sorties", frame),
            [.init("what"), .init("in all", .right), .init("over time")])
        for (what, series) in data["movement"]?.members ?? [] where series.elements != nil {
            table.add([what, sum(series), chart(numbers(series))])
        }
        return table
    }

    private func movementByNation(_ name: EstimateName, _ data: JSONValue, _ frame: EstimateFrame) -> Table {
        let columns = ["arrivals", "departures", "rotations"]
        var table = Table(
            title(name, "movement by nation, persons", frame),
            [.init("nation")] + columns.map { .init($0, .right) } + [.init("arrivals over time")])
        for (nation, row) in data["movement"]?["byNation"]?.members ?? [] {
            table.add([nation] + columns.map { sum(row[$0]) } + [chart(numbers(row["arrivals"]))])
        }
        return table
    }

    private func hosted(_ name: EstimateName, _ data: JSONValue, _ frame: EstimateFrame) -> Table {
        var table = Table(
            title(name, "supplies to be provided by others", frame),
            [.init("commodity"), .init("site"), .init("used", .right), .init("use over time")])
        for (commodity, sites) in data["hosted"]?.members ?? [] {
            for (site, series) in sites.members ?? [] {
                table.add([commodity, site, sum(series), chart(numbers(series))])
            }
        }
        return table
    }

    private func capacities(_ name: EstimateName, _ data: JSONValue, _ frame: EstimateFrame) -> Table {
        var table = Table(
            title(name, "beds, power, classrooms", frame),
            [.init("what"), .init("site"), .init("needed", .right), .init("there", .right), .init("need over time")])
        for (member, what) in [("beds", "beds"), ("power", "power, kW"), ("classrooms", "classrooms")] {
            for (site, row) in data[member]?.members ?? [] {
                let need = numbers(row["need"])
                guard need.contains(where: { $0 > 0 }) else { continue }
                table.add([what, site, Numbers.short(need.max() ?? 0), short(row["have"]), chart(need)])
            }
        }
        return table
    }

    private func equipment(_ name: EstimateName, _ data: JSONValue, _ frame: EstimateFrame) -> Table {
        let members = ["needed", "donation", "sale", "loan", "delivered", "gap"]
        var table = Table(
            title(name, "equipment", frame),
            [.init("item")] + members.map { .init($0, .right) } + [.init("kg to come", .right)])
        for (item, row) in data["equipment"]?.members ?? [] {
            table.add([item] + members.map { short(row[$0]) } + [short(row["kgToCome"])])
        }
        return table
    }

    private func costs(_ name: EstimateName, _ data: JSONValue, _ frame: EstimateFrame) -> Table {
        var table = Table(
            title(name, "costs, EUR", frame), [.init("kind"), .init("in all", .right), .init("over time")])
        for (kind, series) in data["money"]?["costs"]?.members ?? [] {
            table.add([kind, sum(series), chart(numbers(series))])
        }
        return table
    }

    private func nations(_ name: EstimateName, _ data: JSONValue, _ frame: EstimateFrame) -> Table {
        var table = Table(
            title(name, "cost of people by nation, EUR", frame),
            [.init("nation"), .init("in all", .right), .init("over time")])
        for (nation, series) in data["money"]?["nations"]?.members ?? [] {
            table.add([nation, sum(series), chart(numbers(series))])
        }
        return table
    }

    private func funds(_ name: EstimateName, _ data: JSONValue, _ frame: EstimateFrame) -> Table {
        var table = Table(
            title(name, "funds, EUR", frame),
            [
                .init("fund"), .init("pledged", .right), .init("received", .right), .init("at the end", .right),
                .init("short from"),
            ])
        for (fund, row) in data["money"]?["funds"]?.members ?? [] {
            table.add([
                fund, short(row["pledged"]), short(row["received"]), short(row["balance"]?.elements?.last),
                row["shortFrom"]?.integer.flatMap(frame.date) ?? "never",
            ])
        }
        return table
    }
}
