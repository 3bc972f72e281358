import CadreContract
import CadreJSON

/// Two summaries side by side, the way a planner asks: strength, graduates and gaps first, then what gives trouble and
/// when. Compares what stands in them; computes no figure of the model.
public struct SummaryComparison: Sendable {
    private let before: JSONValue?
    private let after: JSONValue?
    let frames: (before: EstimateFrame?, after: EstimateFrame?)

    /// - Parameters: The data of the estimate `summary`; `nil` or null where the mission was not defined.
    public init(before: JSONValue?, after: JSONValue?) {
        self.before = before.flatMap { $0.isNull ? nil : $0 }
        self.after = after.flatMap { $0.isNull ? nil : $0 }
        frames = (self.before.map(EstimateFrame.init), self.after.map(EstimateFrame.init))
    }

    /// The headline and the alerts that are not as they were.
    /// - Parameters:
    ///   - what: Such as `what would change`.
    ///   - all: Whether all alerts are shown, or the first of each kind.
    public func tables(_ what: String, all: Bool) -> [Table] { [headline(what), alerts(all: all)] }

    /// Whether a change of the summary is told by the tables.
    static func covers(_ change: FigureChange) -> Bool {
        guard let first = change.steps.first else { return true }
        return first == "scenarios" || first == "alerts"
    }

    private func title(_ what: String) -> String {
        let frame = frames.after ?? frames.before
        let marking = frame?.marking.map { "  [\($0)]" } ?? ""
        return Printable.text("\(frame?.mission ?? ""): \(what)\(marking)")
    }

    // MARK: Headline

    private func headline(_ what: String) -> Table {
        var table = Table(
            title("\(what) (short: in person-periods)"),
            [
                .init("scenario"), .init("figure"), .init("before", .right), .init("on"), .init("after", .right),
                .init("on"), .init("difference", .right),
            ])
        for scenario in BoardState.scenarios {
            let sides = (old: before?["scenarios"]?[scenario], new: after?["scenarios"]?[scenario])
            guard sides.old != nil || sides.new != nil else { continue }
            var name = scenario
            func add(
                _ figure: String, _ value: (JSONValue) -> JSONValue?, peak: (JSONValue) -> JSONValue? = { _ in nil }
            ) {
                let old = sides.old.flatMap(value)?.number?.double
                let new = sides.new.flatMap(value)?.number?.double
                guard old != nil || new != nil else { return }
                table.add([
                    name, figure, old.map(Numbers.short) ?? "–", date(sides.old.flatMap(peak), frames.before),
                    new.map(Numbers.short) ?? "–", date(sides.new.flatMap(peak), frames.after),
                    Difference.text((new ?? 0) - (old ?? 0)),
                ])
                // Once is enough: the rows below are of the same scenario.
                name = ""
            }
            for (figure, member) in [("required at peak", "required"), ("filled at peak", "filled")] {
                add(figure, { $0[member]?["peak"] }, peak: { $0[member]?["period"] })
            }
            add("graduates", { $0["graduates"]?["expected"] })
            add("graduates wanted", { $0["graduates"]?["wanted"] })
            if [sides.old, sides.new].contains(where: { ($0?["graduates"]?["others"]?.number?.double ?? 0) != 0 }) {
                add("graduates others", { $0["graduates"]?["others"] })
            }
            let gaps = [sides.old, sides.new].flatMap { ($0?["gapPersonPeriods"]?.members ?? []).map(\.name) }
            for priority in Set(gaps).sorted() {
                add("short, priority \(priority)", { $0["gapPersonPeriods"]?[priority] })
            }
            if scenario == SummaryComparison.scenarioOfAlerts { table.add(firstTrouble) }
        }
        return table
    }

    private func date(_ period: JSONValue?, _ frame: EstimateFrame?) -> String {
        period?.integer.flatMap { frame?.date($0) } ?? ""
    }

    // MARK: Alerts

    /// Source: CONTRACT § 4.
    private static let scenarioOfAlerts = "offered"
    /// Rows of alerts that are new, of those that hold earlier … where not all are asked for.
    private static let alertsOfAKindMax = 10

    private struct Alert {
        let code: String
        let key: String
        let detail: String
        /// The first day of trouble; `nil`: it holds whatever the day.
        let since: String?

        init(_ value: JSONValue, _ frame: EstimateFrame?) {
            code = value["code"]?.text ?? ""
            key = value["key"]?.text ?? ""
            detail = value["detail"]?.text ?? ""
            since = value["since"]?.integer.flatMap { frame?.date($0) }
        }

        var name: [String] { [code, key] }
    }

    private func open(_ summary: JSONValue?, _ frame: EstimateFrame?) -> [Alert] {
        (summary?["alerts"]?.elements ?? []).map { Alert($0, frame) }
    }

    /// Open alerts of the scenario `offered` that came, moved, tell something else or went; how many of each, and how
    /// many are as they were, stands in the title.
    private func alerts(all: Bool) -> Table {
        let old = open(before, frames.before)
        let new = open(after, frames.after)
        let oldByName = Dictionary(old.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        let newNames = Set(new.map(\.name))
        var (raised, earlier, later, changed): ([[String]], [[String]], [[String]], [[String]]) = ([], [], [], [])
        for alert in new {
            guard let current = oldByName[alert.name] else {
                raised.append(row(alert, "new", nil, alert))
                continue
            }
            let days = daysMoved(from: current.since, to: alert.since)
            if days < 0 {
                earlier.append(row(alert, Difference.days(days), current, alert))
            } else if days > 0 {
                later.append(row(alert, Difference.days(days), current, alert))
            } else if current.detail != alert.detail || current.since != alert.since {
                changed.append(row(alert, "changed", current, alert, was: current.detail))
            }
        }
        let gone = old.filter { !newNames.contains($0.name) }.map { row($0, "gone", $0, nil) }
        let same = new.count - raised.count - earlier.count - later.count - changed.count
        let kinds = [
            ("new", raised), ("earlier", earlier), ("later", later), ("changed", changed), ("gone", gone),
        ].filter { !$0.1.isEmpty }
        let counts = kinds.map { "\($0.1.count) \($0.0)" } + ["\(same) as before"]
        let isCut = !all && kinds.contains { $0.1.count > SummaryComparison.alertsOfAKindMax }
        var table = Table(
            title("alerts of offered: \(counts.joined(separator: ", "))\(isCut ? "; --all shows all" : "")"),
            [
                .init("what"), .init("alert"), .init("of"), .init("before"), .init("after"), .init("detail"),
            ])
        for (_, rows) in kinds {
            for cells in all ? rows[...] : rows.prefix(SummaryComparison.alertsOfAKindMax) { table.add(cells) }
        }
        return table
    }

    private func row(
        _ alert: Alert, _ what: String, _ old: Alert?, _ new: Alert?, was: String? = nil
    ) -> [String] {
        func since(_ alert: Alert?) -> String { alert.map { $0.since ?? "always" } ?? "–" }
        let detail = alert.detail + (was.map { "; before: \($0)" } ?? "")
        return [what, alert.code, alert.key, since(old), since(new), detail]
    }

    private func daysMoved(from old: String?, to new: String?) -> Int {
        guard let from = old.flatMap(EstimateFrame.day), let to = new.flatMap(EstimateFrame.day) else { return 0 }
        return to.number - from.number
    }

    /// When the first of the alerts holds that do not hold whatever the day.
    private var firstTrouble: [String] {
        let old = open(before, frames.before).compactMap(\.since).min()
        let new = open(after, frames.after).compactMap(\.since).min()
        let moved =
            switch (old, new) {
            case (nil, nil): "="
            case (nil, _?): "new"
            case (_?, nil): "gone"
            case (let old?, let new?): Difference.days(daysMoved(from: old, to: new))
            }
        return ["", "first trouble", "", old ?? "none", "", new ?? "none", moved]
    }
}
