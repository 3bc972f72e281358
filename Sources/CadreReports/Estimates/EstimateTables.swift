import CadreContract
import CadreJSON
import CadrePlanning

/// An estimate as a person reads it: a few tables, series as small charts.
public struct EstimateTables {
    /// Characters that a series is drawn in.
    private let chartWidth: Int

    public init(chartWidth: Int = 40) {
        self.chartWidth = chartWidth
    }

    /// - Parameter data: As the contract has it.
    public func tables(_ name: EstimateName, _ data: JSONValue) -> [Table] {
        let frame = EstimateFrame(data)
        switch name {
        case .summary: return summary(data, frame)
        case .force: return force(name, data, frame)
        case .manning: return manning(name, data, frame)
        case .training: return training(name, data, frame)
        case .logistics: return logistics(name, data, frame)
        case .range: return range(data, frame)
        case .gaps: return gaps(data, frame)
        }
    }

    // MARK: Parts that the estimates share

    func numbers(_ value: JSONValue?) -> [Double] {
        (value?.elements ?? []).map { $0.number?.double ?? 0 }
    }

    func chart(_ series: [Double], top: Double? = nil) -> String {
        Sparkline.text(series, width: chartWidth, top: top)
    }

    func short(_ value: JSONValue?) -> String {
        guard let value, let number = value.number else { return value?.text ?? "–" }
        return Numbers.short(number.double)
    }

    func title(_ name: EstimateName, _ what: String, _ frame: EstimateFrame) -> String {
        "\(frame.mission): \(what)\(name.scenario.map { ", \($0.rawValue)" } ?? "")"
            + (frame.marking.map { "  [\($0)]" } ?? "")
    }

    /// A row for each name: peak and mean, and the course over time, required against filled.
    func strengths(_ title: String, _ rows: [(String, JSONValue)], named column: String) -> Table {
        var table = Table(
            title,
            [
                .init(column), .init("required", .right), .init("filled", .right), .init("short at most", .right),
                .init("required over time"), .init("filled over time"),
            ])
        for (name, row) in rows {
            let required = numbers(row["required"])
            let filled = numbers(row["filled"])
            let top = required.max() ?? 0
            let gap = zip(required, filled).map { $0 - $1 }.max() ?? 0
            table.add([
                name, Numbers.short(top), Numbers.short(filled.max() ?? 0), Numbers.short(gap),
                chart(required, top: top), chart(filled, top: top),
            ])
        }
        return table
    }

    func force(_ name: EstimateName, _ data: JSONValue, _ frame: EstimateFrame) -> [Table] {
        let whole: [(String, JSONValue)] =
            [("in theatre", data)] + ["abroad", "visiting"].compactMap { key in data[key].map { (key, $0) } }
        var tables = [strengths(title(name, "strength, persons", frame), whole, named: "where")]
        for (member, what) in [("byCapability", "capability"), ("bySite", "site"), ("byLine", "line")] {
            let rows = (data[member]?.members ?? []).map { ($0.name, $0.value) }
            tables.append(strengths(title(name, "by \(what)", frame), rows, named: what))
        }
        var nations = Table(
            title(name, "persons used, by nation", frame),
            [.init("nation"), .init("at most", .right), .init("over time")])
        for (nation, series) in data["byNation"]?.members ?? [] {
            let used = numbers(series)
            nations.add([nation, Numbers.short(used.max() ?? 0), chart(used)])
        }
        return tables + [nations, hosted(name, data, frame)]
    }

    private func hosted(_ name: EstimateName, _ data: JSONValue, _ frame: EstimateFrame) -> Table {
        var table = Table(
            title(name, "posts to be provided by others", frame),
            [.init("site"), .init("capability"), .init("at most", .right), .init("over time")])
        for (site, capabilities) in data["hosted"]?.members ?? [] {
            for (capability, series) in capabilities.members ?? [] {
                let posts = numbers(series)
                table.add([site, capability, Numbers.short(posts.max() ?? 0), chart(posts)])
            }
        }
        return table
    }

    func manning(_ name: EstimateName, _ data: JSONValue, _ frame: EstimateFrame) -> [Table] {
        var assigned = Table(
            title(name, "assignments", frame),
            [.init("pledge"), .init("group"), .init("persons", .right), .init("from"), .init("until")])
        for row in data["assignments"]?.elements ?? [] {
            assigned.add([short(row["pledge"]), short(row["group"]), short(row["persons"])] + span(row, frame))
        }
        var surplus = Table(
            title(name, "at hand and not used", frame),
            [.init("pledge"), .init("why"), .init("persons", .right), .init("from"), .init("until")])
        for row in data["surplus"]?.elements ?? [] {
            surplus.add([short(row["pledge"]), short(row["reason"]), short(row["persons"])] + span(row, frame))
        }
        return [assigned, surplus]
    }

    private func span(_ row: JSONValue, _ frame: EstimateFrame) -> [String] {
        ["from", "until"].map { row[$0]?.integer.flatMap(frame.date) ?? "" }
    }
}
