import CadreContract
import CadrePlanning

/// Two summaries side by side: strength, graduates and gaps first, then alerts with their dates.
///
/// Compares the figures; computes no figure of the model.
public struct SummaryComparison: Sendable {
    private typealias Headline = SummaryEstimate.Headline

    private let before: PublishedEstimate?
    private let after: PublishedEstimate?

    /// Creates a comparison.
    /// - Parameters: The estimate `summary` of each state, or `nil` if the mission was not defined.
    public init(before: PublishedEstimate?, after: PublishedEstimate?) {
        self.before = before
        self.after = after
    }

    /// Returns the headline, and the alerts that differ.
    /// - Parameters:
    ///   - subject: Such as `changes by the events`.
    ///   - all: Whether all alerts are shown, or the first of each kind.
    public func tables(_ subject: String, all: Bool) -> [Table] { [headline(subject), alerts(all: all)] }

    /// Returns whether the tables show a change of the summary.
    static func covers(_ change: FigureChange) -> Bool {
        guard let first = change.steps.first else { return true }
        return first == "scenarios" || first == "alerts"
    }

    private func title(_ subject: String) -> String {
        let head = (after ?? before)?.head
        let marking = head?.marking.map { "  [\($0)]" } ?? ""
        return Printable.text("\(head?.mission.text ?? ""): \(subject)\(marking)")
    }

    private static func summary(_ estimate: PublishedEstimate?) -> SummaryEstimate? {
        if case .summary(let summary)? = estimate?.figures { summary } else { nil }
    }

    // MARK: Headline

    private func headline(_ subject: String) -> Table {
        var table = Table(
            title("\(subject) (short: in person-periods)"),
            [
                .init("scenario"), .init("figure"), .init("before", .right), .init("on"), .init("after", .right),
                .init("on"), .init("difference", .right),
            ])
        for scenario in Scenario.allCases {
            let sides = (old: Self.summary(before)?[scenario], new: Self.summary(after)?[scenario])
            guard sides.old != nil || sides.new != nil else { continue }
            var name = scenario.rawValue
            for row in rows(sides.old, sides.new) {
                table.add([name] + row)
                // Only the first row of a scenario contains its name.
                name = ""
            }
            if scenario == .offered { table.add(firstTrouble) }
        }
        return table
    }

    /// Returns the rows of one scenario, without its name.
    private func rows(_ old: Headline?, _ new: Headline?) -> [[String]] {
        var rows = [
            row("required at peak", old?.required, new?.required), row("filled at peak", old?.filled, new?.filled),
            row("graduates", old?.expected, new?.expected),
            row("graduates wanted", old.map { Double($0.wanted) }, new.map { Double($0.wanted) }),
        ]
        if [old, new].contains(where: { $0.map { $0.others != 0 } ?? false }) {
            rows.append(row("graduates others", old?.others, new?.others))
        }
        for priority in 1...5 {
            let gaps = [old, new].map { Self.gap($0, priority) }
            if gaps.contains(where: { $0 != nil }) { rows.append(row("short, priority \(priority)", gaps[0], gaps[1])) }
        }
        return rows
    }

    /// Returns the gap of a priority, or `nil` for none.
    private static func gap(_ row: Headline?, _ priority: Int) -> Double? {
        guard let gaps = row?.gapPersonPeriods, priority <= gaps.count, gaps[priority - 1] != 0 else { return nil }
        return Double(gaps[priority - 1])
    }

    private func row(_ figure: String, _ old: SummaryEstimate.Peak?, _ new: SummaryEstimate.Peak?) -> [String] {
        let dates = (old: before?.head.dateText(old?.period), new: after?.head.dateText(new?.period))
        return row(
            figure, old.map { Double($0.peak) }, on: dates.old ?? "", new.map { Double($0.peak) }, on: dates.new ?? "")
    }

    private func row(
        _ figure: String, _ old: Double?, on oldDate: String = "", _ new: Double?, on newDate: String = ""
    ) -> [String] {
        [
            figure, Numbers.short(old), oldDate, Numbers.short(new), newDate,
            Difference.text((new ?? 0) - (old ?? 0)),
        ]
    }

    // MARK: Alerts

    /// The rows of each kind, such as new alerts, unless all are shown.
    private static let alertsOfAKindMax = 10

    /// An open alert with the day from which it holds.
    private struct DatedAlert {
        let alert: Alert
        /// The first day of the alert's first period, or `nil` for an alert without a period.
        let since: String?

        var name: [String] { [alert.code.rawValue, alert.key] }
    }

    private static func open(_ estimate: PublishedEstimate?) -> [DatedAlert] {
        (summary(estimate)?.alerts ?? []).map { alert in
            DatedAlert(alert: alert, since: alert.since.flatMap { estimate?.head.date($0) })
        }
    }

    /// Returns the alerts of the scenario `offered` that are new, moved, changed or gone. The title has the number of
    /// each kind, and the number of unchanged alerts.
    private func alerts(all: Bool) -> Table {
        let old = Self.open(before)
        let new = Self.open(after)
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
            } else if current.alert.detail != alert.alert.detail || current.since != alert.since {
                changed.append(row(alert, "changed", current, alert, was: current.alert.detail))
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
                .init("change"), .init("alert"), .init("subject"), .init("before"), .init("after"), .init("detail"),
            ])
        for (_, rows) in kinds {
            for cells in all ? rows[...] : rows.prefix(SummaryComparison.alertsOfAKindMax) { table.add(cells) }
        }
        return table
    }

    private func row(
        _ alert: DatedAlert, _ change: String, _ old: DatedAlert?, _ new: DatedAlert?, was: String? = nil
    ) -> [String] {
        func since(_ alert: DatedAlert?) -> String { alert.map { $0.since ?? "always" } ?? Numbers.none }
        let detail = alert.alert.detail + (was.map { "; before: \($0)" } ?? "")
        return [change] + alert.name + [since(old), since(new), detail]
    }

    private func daysMoved(from old: String?, to new: String?) -> Int {
        guard let from = old.flatMap(PeriodChoice.day), let to = new.flatMap(PeriodChoice.day) else { return 0 }
        return to.number - from.number
    }

    /// The row of the first day on which an alert holds, apart from alerts without a period.
    private var firstTrouble: [String] {
        let old = Self.open(before).compactMap(\.since).min()
        let new = Self.open(after).compactMap(\.since).min()
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
