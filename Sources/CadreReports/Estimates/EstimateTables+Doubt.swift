import CadreContract
import CadreJSON

// What may come otherwise, and what would help: `range` and `gaps`.
extension EstimateTables {
    func range(_ data: JSONValue, _ frame: EstimateFrame) -> [Table] {
        var spreads = Table(
            title(.range, "how far it may go, \(short(data["samples"])) samples", frame),
            [
                .init("figure"), .init("p10", .right), .init("p50", .right), .init("p90", .right),
                .init("mean", .right),
            ])
        let rows: [(String, JSONValue?)] = [
            ("peak required, by what is accepted", data["structural"]?["peakRequired"]),
            ("peak filled, by what comes", data["firmness"]?["peakFilled"]),
            ("graduates expected", data["firmness"]?["graduates"]), ("water", data["firmness"]?["water"]),
            ("fuel", data["firmness"]?["fuel"]), ("cost, EUR", data["firmness"]?["cost"]),
        ]
        for (figure, spread) in rows {
            spreads.add([figure] + ["p10", "p50", "p90", "mean"].map { short(spread?[$0]) })
        }
        var drivers = Table(
            title(.range, "what elements that are not decided would do", frame),
            [
                .init("element"), .init("peak required", .right), .init("person-periods", .right),
                .init("graduates", .right),
            ])
        for driver in data["drivers"]?.elements ?? [] {
            drivers.add(["element", "peakRequired", "personPeriods", "graduates"].map { short(driver[$0]) })
        }
        return [spreads, drivers]
    }

    func gaps(_ data: JSONValue, _ frame: EstimateFrame) -> [Table] {
        var shortfalls = Table(
            title(.gaps, "what is short", frame),
            [
                .init("priority", .right), .init("capability"), .init("site"), .init("from"), .init("until"),
                .init("peak", .right), .init("person-periods", .right), .init("graduates lost", .right), .init("of"),
            ])
        for row in data["shortfalls"]?.elements ?? [] {
            let origin = (row["origin"]?.elements ?? []).map { short($0) }
            shortfalls.add([
                short(row["priority"]), short(row["capability"]), short(row["site"]), date(row["from"], frame),
                date(row["until"], frame), short(row["peak"]), short(row["personPeriods"]),
                short(row["graduatesLost"]), origin.joined(separator: ", "),
            ])
        }
        var advice = Table(
            title(.gaps, "what would help most", frame),
            [.init("what"), .init("graduates", .right), .init("person-periods, by priority")])
        for row in data["advice"]?.elements ?? [] {
            advice.add([step(row), short(row["gain"]?["graduates"]), byPriority(row["gain"])])
        }
        var packages = Table(
            title(.gaps, "what would help together", frame),
            [
                .init("priority up to", .right), .init("pledges"), .init("graduates", .right),
                .init("person-periods, by priority"),
            ])
        for row in data["packages"]?.elements ?? [] {
            let pledges = (row["pledges"]?.elements ?? []).map { offer($0, for: short($0["site"])) }
            packages.add([
                short(row["priority"]), pledges.joined(separator: "; "), short(row["gain"]?["graduates"]),
                byPriority(row["gain"]),
            ])
        }
        var dependence = Table(
            title(.gaps, "what goes without a nation", frame),
            [.init("nation"), .init("graduates", .right), .init("person-periods, by priority")])
        for row in data["dependence"]?.elements ?? [] {
            dependence.add([short(row["nation"]), short(row["loss"]?["graduates"]), byPriority(row["loss"])])
        }
        return [shortfalls, advice, packages, dependence]
    }

    private func date(_ period: JSONValue?, _ frame: EstimateFrame) -> String {
        period?.integer.flatMap(frame.date) ?? ""
    }

    private func step(_ row: JSONValue) -> String {
        guard row["kind"]?.text == "pledge" else {
            return "\(short(row["pledge"])) without its caveat \(short(row["caveat"]))"
        }
        return offer(row["pledge"], for: short(row["shortfall"]?["site"]))
    }

    private func offer(_ pledge: JSONValue?, for site: String) -> String {
        "\(short(pledge?["quantity"])) \(short(pledge?["capability"])) (for \(site)), "
            + "\(short(pledge?["from"])) to \(short(pledge?["until"]))"
    }

    private func byPriority(_ change: JSONValue?) -> String {
        (change?["personPeriods"]?.members ?? []).map { "\($0.name): \(short($0.value))" }.joined(separator: "  ")
    }
}
