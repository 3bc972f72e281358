import CadreContract
import CadrePlanning

/// The live board of a mission in lines for a terminal: strength over time in each scenario, gaps, graduates, alerts,
/// the last event and its effects. A pure function of its state.
public struct Board: Sendable {
    private let columns: Int
    private let rows: Int
    private let hasColour: Bool
    /// The column of the charts; to their left are scenario and series.
    private static let labelWidth = 20
    /// The width of the peak, to the right of the charts.
    private static let peakWidth = 8
    private static let chartWidthMin = 8

    /// Creates a board of a size.
    /// - Parameters:
    ///   - columns: The characters of a line.
    ///   - rows: The number of lines; further lines are omitted.
    public init(columns: Int, rows: Int, hasColour: Bool) {
        self.columns = max(1, columns)
        self.rows = max(1, rows)
        self.hasColour = hasColour
    }

    /// Returns the lines of the board.
    public func lines(_ state: BoardState) -> [String] {
        let summary = state.estimates.summary
        let head = state.estimates[.summary]?.head
        let gap = [BoardLine()]
        let blocks =
            [heading(state, head)] + [gap, strength(state, head)] + [gap, gapsAndGraduates(summary)]
            + [gap, last(state)] + [gap, alerts(state, summary)] + [gap, footing(state)]
        return blocks.joined().prefix(rows).map { $0.text(width: columns, hasColour: hasColour) }
    }

    // MARK: Blocks

    private func heading(_ state: BoardState, _ head: EstimateHead?) -> [BoardLine] {
        var title = BoardLine(head?.asOf.day.text ?? "", .strong)
        title.pad(to: 12)
        title.add(Printable.text(state.name ?? "mission \(state.mission)"), .strong)
        title.add("event \(state.sent) of \(state.total)", endingAt: columns, .faint)
        return [title] + (head?.marking.map { [BoardLine(Printable.text($0), .faint)] } ?? [])
    }

    private var chartWidth: Int { max(Self.chartWidthMin, columns - Self.labelWidth - Self.peakWidth) }

    private func strength(_ state: BoardState, _ head: EstimateHead?) -> [BoardLine] {
        var title = BoardLine("STRENGTH", .strong)
        title.pad(to: Self.labelWidth)
        if let head, let first = head.date(0), let last = head.date(head.periods) {
            title.add(String(first.prefix(7)), .faint)
            // A short series has a short chart, which still leaves room for both dates.
            let drawn = max(2 * first.prefix(7).count + 2, min(chartWidth, head.periods))
            title.add(String(last.prefix(7)), endingAt: Self.labelWidth + drawn, .faint)
        }
        title.add("peak", endingAt: Self.labelWidth + chartWidth + Self.peakWidth, .faint)
        var lines = [title]
        for scenario in Scenario.allCases {
            let strength = state.estimates.force(scenario)?.inTheatre ?? .empty
            let top = strength.required.reals.max() ?? 0
            lines.append(row(scenario.rawValue, "required", strength.required.reals, top, .required))
            lines.append(row("", "filled", strength.filled.reals, top, .filled))
        }
        return lines + now(head)
    }

    /// The mark of the mission's clock, below the charts.
    private func now(_ head: EstimateHead?) -> [BoardLine] {
        guard let head, (0..<head.periods).contains(head.now) else { return [] }
        var line = BoardLine()
        line.pad(to: Self.labelWidth + head.now * min(chartWidth, head.periods) / head.periods)
        line.add("▲ now", .faint)
        return [line]
    }

    private func row(_ scenario: String, _ what: String, _ series: [Double], _ top: Double, _ ink: Ink) -> BoardLine {
        var line = BoardLine(scenario)
        line.pad(to: 10)
        line.add(what, .faint)
        line.pad(to: Self.labelWidth)
        line.add(Sparkline.text(series, width: chartWidth, top: top), ink)
        let peak = series.max().map(Numbers.short) ?? "–"
        line.add(peak, endingAt: Self.labelWidth + chartWidth + Self.peakWidth, .strong)
        return line
    }

    private func gapsAndGraduates(_ summary: SummaryEstimate?) -> [BoardLine] {
        var title = BoardLine("SHORT", .strong)
        for priority in 1...5 { title.add(String(priority), endingAt: Self.gapColumn(priority - 1), .faint) }
        title.add("graduates", endingAt: Self.gapColumn(5) + 4, .faint)
        title.add("wanted", endingAt: Self.gapColumn(6) + 4, .faint)
        title.add("others", endingAt: Self.gapColumn(7) + 4, .faint)
        title.add("   person-periods, by priority", .faint)
        return [title]
            + Scenario.allCases.map { scenario in
                let row = summary?[scenario]
                let gaps = row?.gapPersonPeriods ?? []
                var line = BoardLine(scenario.rawValue)
                for index in 0..<5 {
                    let gap = index < gaps.count ? gaps[index] : 0
                    line.add(
                        gap == 0 ? "·" : Numbers.short(gap), endingAt: Self.gapColumn(index),
                        gap > 0 && index == 0 ? .alarm : .plain)
                }
                line.add(Numbers.short(row?.expected), endingAt: Self.gapColumn(5) + 4, .filled)
                line.add(Numbers.short(row.map { Double($0.wanted) }), endingAt: Self.gapColumn(6) + 4)
                line.add(Numbers.short(row?.others), endingAt: Self.gapColumn(7) + 4, .faint)
                return line
            }
    }

    private static func gapColumn(_ index: Int) -> Int { 18 + index * 8 }

    private func last(_ state: BoardState) -> [BoardLine] {
        var event = BoardLine("EVENT     ", .strong)
        event.add(state.last.map { "\($0.date)  \($0.sentence)" } ?? "none yet")
        let reason = (state.last?.reason ?? "").split(separator: " ").map(String.init)
        let changes = state.changes
        // A line never ends within a change: its figures belong together.
        let moved = changes.isEmpty ? ["nothing"] : changes.dropLast().map { $0 + "," } + changes.suffix(1)
        return [event] + paragraph("reason", reason, lines: 2, .faint)
            + paragraph("changed", moved, lines: 3, changes.isEmpty ? .faint : .strong)
    }

    /// Returns text that is broken between its parts into a fixed number of lines, so that the lines below stay put.
    private func paragraph(_ label: String, _ parts: [String], lines: Int, _ ink: Ink) -> [BoardLine] {
        let width = max(1, columns - Self.textColumn)
        var rest = parts[...]
        return (0..<lines).map { index in
            var line = BoardLine(index == 0 ? label : "", .faint)
            var shown = ""
            while let word = rest.first, index == lines - 1 || shown.isEmpty || shown.count + 1 + word.count <= width {
                shown += (shown.isEmpty ? "" : " ") + word
                rest = rest.dropFirst()
            }
            if !shown.isEmpty { line.pad(to: Self.textColumn) }
            line.add(shown, ink)
            return line
        }
    }

    private static let textColumn = 10

    private func alerts(_ state: BoardState, _ summary: SummaryEstimate?) -> [BoardLine] {
        var open = BoardLine("ALERTS    ", .strong)
        let texts = summary.map(AlertCount.all)?.map(\.text) ?? []
        open.add(texts.isEmpty ? "none" : texts.joined(separator: ", "), texts.isEmpty ? .filled : .alarm)
        var changed = BoardLine("now       ", .faint)
        changed.add(state.alertChanges.isEmpty ? "unchanged" : state.alertChanges.joined(separator: "  "))
        return [open, changed]
    }

    private func footing(_ state: BoardState) -> [BoardLine] {
        let width = max(1, columns - 24)
        let done = state.total > 0 ? min(width, state.sent * width / state.total) : 0
        var line = BoardLine(String(repeating: "━", count: done), .strong)
        line.add(String(repeating: "─", count: width - done), .faint)
        line.add("\(Numbers.whole(state.received)) documents", endingAt: columns, .faint)
        return [line]
    }
}
