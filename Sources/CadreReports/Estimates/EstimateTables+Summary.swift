import CadreContract
import CadreJSON

extension EstimateTables {
    func summary(_ data: JSONValue, _ frame: EstimateFrame) -> [Table] {
        var headline = Table(
            title(.summary, "as of \(frame.asOf), revision \(frame.revision)", frame),
            [
                .init("scenario"), .init("required", .right), .init("on"), .init("filled", .right), .init("on"),
                .init("graduates expected", .right), .init("wanted", .right), .init("others", .right),
                .init("person-periods short, by priority"),
            ])
        for scenario in BoardState.scenarios {
            guard let row = data["scenarios"]?[scenario] else { continue }
            let gaps = (row["gapPersonPeriods"]?.members ?? []).map { "\($0.name): \(short($0.value))" }
            headline.add([
                scenario, short(row["required"]?["peak"]), date(row["required"], frame),
                short(row["filled"]?["peak"]), date(row["filled"], frame), short(row["graduates"]?["expected"]),
                short(row["graduates"]?["wanted"]), short(row["graduates"]?["others"]),
                gaps.isEmpty ? "none" : gaps.joined(separator: "  "),
            ])
        }
        return [
            headline, pledges(data, frame), nations(data, frame), factors(data, frame), alerts(data, frame),
            unresolved(data, frame),
        ]
    }

    private func date(_ peak: JSONValue?, _ frame: EstimateFrame) -> String {
        peak?["period"]?.integer.flatMap(frame.date) ?? ""
    }

    private func pledges(_ data: JSONValue, _ frame: EstimateFrame) -> Table {
        var table = Table(
            title(.summary, "pledges by status", frame),
            [.init("status"), .init("pledges", .right), .init("persons", .right)])
        for (status, row) in data["pledges"]?.members ?? [] {
            table.add([status, short(row["count"]), short(row["persons"])])
        }
        return table
    }

    private func nations(_ data: JSONValue, _ frame: EstimateFrame) -> Table {
        var table = Table(
            title(.summary, "nations", frame),
            [
                .init("nation"), .init("persons"), .init("places", .right), .init("items", .right),
                .init("funds, EUR", .right),
            ])
        for (nation, row) in data["nations"]?.members ?? [] {
            let persons = (row["persons"]?.members ?? []).map { "\(short($0.value)) \($0.name)" }
            table.add([
                nation, persons.joined(separator: ", "), short(row["places"]), short(row["items"]),
                short(row["funds"]),
            ])
        }
        return table
    }

    private func factors(_ data: JSONValue, _ frame: EstimateFrame) -> Table {
        var table = Table(
            title(.summary, "planning factors that are set, by set", frame), [.init("set"), .init("factors", .right)])
        for row in data["factors"]?.elements ?? [] {
            let name = row["set"]?.text ?? ""
            table.add([name.isEmpty ? "no set" : name, short(row["count"])])
        }
        return table
    }

    private func alerts(_ data: JSONValue, _ frame: EstimateFrame) -> Table {
        var table = Table(
            title(.summary, "alerts", frame),
            [.init("code"), .init("of"), .init("since"), .init("detail")])
        for alert in data["alerts"]?.elements ?? [] {
            table.add([
                short(alert["code"]), short(alert["key"]), alert["since"]?.integer.flatMap(frame.date) ?? "always",
                short(alert["detail"]),
            ])
        }
        return table
    }

    private func unresolved(_ data: JSONValue, _ frame: EstimateFrame) -> Table {
        var table = Table(
            title(.summary, "names that are not known, or count for nothing", frame),
            [.init("entity"), .init("id"), .init("missing")])
        for row in data["unresolved"]?.elements ?? [] {
            table.add([short(row["entity"]), short(row["id"]), short(row["missing"])])
        }
        return table
    }
}
