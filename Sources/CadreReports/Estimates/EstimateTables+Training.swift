import CadreContract
import CadreJSON

extension EstimateTables {
    func training(_ name: EstimateName, _ data: JSONValue, _ frame: EstimateFrame) -> [Table] {
        var tables: [Table] = []
        for (member, what) in [("byCourse", "course"), ("byLevel", "level"), ("byAudience", "audience")] {
            var table = Table(
                title(name, "graduates by \(what)", frame),
                [
                    .init(what), .init("wanted", .right), .init("expected", .right), .init("others", .right),
                    .init("all over time"),
                ])
            for (row, value) in data[member]?.members ?? [] {
                table.add([
                    row, short(value["wanted"]), short(value["expected"]), short(value["others"]),
                    chart(numbers(value["graduates"])),
                ])
            }
            tables.append(table)
        }
        return tables + [instructors(name, data, frame), runs(name, data, frame), host(name, data, frame)]
            + infeasible(name, data, frame)
    }

    private func instructors(_ name: EstimateName, _ data: JSONValue, _ frame: EstimateFrame) -> Table {
        var table = Table(
            title(name, "instructors at work", frame),
            [
                .init("course"), .init("needed", .right), .init("host nation", .right), .init("pledged", .right),
                .init("needed over time"), .init("host nation over time"),
            ])
        for (course, row) in data["instructors"]?.members ?? [] {
            let needed = numbers(row["required"])
            let local = numbers(row["local"])
            let top = needed.max() ?? 0
            table.add([
                course, Numbers.short(top), Numbers.short(local.max() ?? 0),
                Numbers.short(numbers(row["filled"]).max() ?? 0), chart(needed, top: top), chart(local, top: top),
            ])
        }
        return table
    }

    private func runs(_ name: EstimateName, _ data: JSONValue, _ frame: EstimateFrame) -> Table {
        var table = Table(
            title(name, "runs", frame),
            [
                .init("run"), .init("course"), .init("site"), .init("given by"), .init("first"), .init("last"),
                .init("seats", .right),
                .init("staffed", .right), .init("graduates", .right),
            ])
        for run in data["runs"]?.elements ?? [] {
            table.add([
                short(run["run"]), short(run["course"]), short(run["site"]), provider(of: run),
                run["first"]?.integer.flatMap(frame.date) ?? "", run["last"]?.integer.flatMap(frame.date) ?? "",
                short(run["seats"]), staffing(of: run), short(run["graduates"]),
            ])
        }
        return table
    }

    /// Returns the part of a run's work that is staffed; a dash for a run whose graduates were reported, which needs
    /// nobody.
    private func staffing(of run: JSONValue) -> String {
        let staffing = run["staffing"]?.number?.double ?? 0
        let graduates = run["graduates"]?.number?.double ?? 0
        return staffing == 0 && graduates > 0 ? "–" : "\(Numbers.short(staffing * 100)) %"
    }

    private func provider(of run: JSONValue) -> String {
        guard let provider = run["provider"]?.text else { return "" }
        return provider.isEmpty ? "somebody else" : provider
    }

    private func host(_ name: EstimateName, _ data: JSONValue, _ frame: EstimateFrame) -> Table {
        var table = Table(
            title(name, "host-nation instructors", frame),
            [.init("capability"), .init("at the end", .right), .init("over time")])
        for (capability, series) in data["hostInstructors"]?.members ?? [] {
            let stock = numbers(series)
            table.add([capability, Numbers.short(stock.last ?? 0), chart(stock)])
        }
        return table
    }

    private func infeasible(_ name: EstimateName, _ data: JSONValue, _ frame: EstimateFrame) -> [Table] {
        let demands = data["infeasible"]?.elements ?? []
        guard !demands.isEmpty else { return [] }
        var table = Table(title(name, "demands for which no run fits", frame), [.init("demand")])
        for demand in demands { table.add([short(demand)]) }
        return [table]
    }
}
