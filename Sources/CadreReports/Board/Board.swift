import CadreContract
import CadreJSON

/// A mission as it unfolds, in lines for a terminal: strength over time in each scenario, gaps, graduates, alerts, the
/// last event and what it moved. A pure function of its state.
public struct Board: Sendable {
    private let columns: Int
    private let rows: Int
    private let hasColour: Bool
    /// Left of the charts: scenario, and which series.
    private static let labelWidth = 20
    /// Right of the charts: the peak.
    private static let peakWidth = 8
    private static let chartWidthMin = 8

    /// - Parameters:
    ///   - columns: Characters of a line.
    ///   - rows: Lines; what does not fit is left out from below.
    public init(columns: Int, rows: Int, hasColour: Bool) {
        self.columns = max(1, columns)
        self.rows = max(1, rows)
        self.hasColour = hasColour
    }

    public func lines(_ state: BoardState) -> [String] {
        let summary = state.document("summary")
        let frame = summary.map(EstimateFrame.init)
        let gap = [BoardLine()]
        let blocks =
            [heading(state, frame)] + [gap, strength(state, frame)] + [gap, gapsAndGraduates(summary)]
            + [gap, last(state)] + [gap, alerts(state, summary)] + [gap, footing(state)]
        return blocks.joined().prefix(rows).map { $0.text(width: columns, hasColour: hasColour) }
    }

    // MARK: Blocks

    private func heading(_ state: BoardState, _ frame: EstimateFrame?) -> [BoardLine] {
        var title = BoardLine(frame.map { String($0.asOf.prefix(10)) } ?? "", .strong)
        title.pad(to: 12)
        title.add(Printable.text(state.name ?? "mission \(state.mission)"), .strong)
        title.add("event \(state.sent) of \(state.total)", endingAt: columns, .faint)
        return [title] + (frame?.marking.map { [BoardLine(Printable.text($0), .faint)] } ?? [])
    }

    private var chartWidth: Int { max(Self.chartWidthMin, columns - Self.labelWidth - Self.peakWidth) }

    private func strength(_ state: BoardState, _ frame: EstimateFrame?) -> [BoardLine] {
        var head = BoardLine("STRENGTH", .strong)
        head.pad(to: Self.labelWidth)
        if let frame, let first = frame.date(0), let last = frame.date(frame.periods) {
            head.add(String(first.prefix(7)), .faint)
            // A short series has a short chart; both dates have their place all the same.
            let drawn = max(2 * first.prefix(7).count + 2, min(chartWidth, frame.periods))
            head.add(String(last.prefix(7)), endingAt: Self.labelWidth + drawn, .faint)
        }
        head.add("peak", endingAt: Self.labelWidth + chartWidth + Self.peakWidth, .faint)
        var lines = [head]
        for scenario in BoardState.scenarios {
            let data = state.document("force.\(scenario)")
            let required = series(data?["required"])
            let filled = series(data?["filled"])
            let top = required.max() ?? 0
            lines.append(row(scenario, "required", required, top, .required))
            lines.append(row("", "filled", filled, top, .filled))
        }
        return lines + now(frame)
    }

    /// Where the mission's clock stands, below the charts.
    private func now(_ frame: EstimateFrame?) -> [BoardLine] {
        guard let frame, let now = frame.now, (0..<frame.periods).contains(now) else { return [] }
        var line = BoardLine()
        line.pad(to: Self.labelWidth + now * min(chartWidth, frame.periods) / frame.periods)
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

    private func gapsAndGraduates(_ summary: JSONValue?) -> [BoardLine] {
        var head = BoardLine("SHORT", .strong)
        for (index, priority) in ["1", "2", "3", "4", "5"].enumerated() {
            head.add(priority, endingAt: Self.gapColumn(index), .faint)
        }
        head.add("graduates", endingAt: Self.gapColumn(5) + 4, .faint)
        head.add("wanted", endingAt: Self.gapColumn(6) + 4, .faint)
        head.add("others", endingAt: Self.gapColumn(7) + 4, .faint)
        head.add("   person-periods, by priority", .faint)
        return [head]
            + BoardState.scenarios.map { scenario in
                let row = summary?["scenarios"]?[scenario]
                var line = BoardLine(scenario)
                for priority in 1...5 {
                    let gap = row?["gapPersonPeriods"]?[String(priority)]?.number?.double ?? 0
                    line.add(
                        gap == 0 ? "·" : Numbers.short(gap), endingAt: Self.gapColumn(priority - 1),
                        gap > 0 && priority == 1 ? .alarm : .plain)
                }
                let graduates = row?["graduates"]
                line.add(short(graduates?["expected"]), endingAt: Self.gapColumn(5) + 4, .filled)
                line.add(short(graduates?["wanted"]), endingAt: Self.gapColumn(6) + 4)
                line.add(short(graduates?["others"]), endingAt: Self.gapColumn(7) + 4, .faint)
                return line
            }
    }

    private static func gapColumn(_ index: Int) -> Int { 18 + index * 8 }

    private func last(_ state: BoardState) -> [BoardLine] {
        var event = BoardLine("EVENT     ", .strong)
        event.add(state.last.map { "\($0.date)  \($0.what)" } ?? "none yet")
        let why = (state.last?.why ?? "").split(separator: " ").map(String.init)
        let changes = state.changes
        // A change is not broken: its figures belong together.
        let moved = changes.isEmpty ? ["nothing"] : changes.dropLast().map { $0 + "," } + changes.suffix(1)
        return [event] + paragraph("why", why, lines: 2, .faint)
            + paragraph("moved", moved, lines: 3, changes.isEmpty ? .faint : .strong)
    }

    /// Text broken between its parts, in exactly so many lines, so that nothing below it jumps.
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

    private func alerts(_ state: BoardState, _ summary: JSONValue?) -> [BoardLine] {
        var counts: [String: Int] = [:]
        for alert in summary?["alerts"]?.elements ?? [] { counts[alert["code"]?.text ?? "?", default: 0] += 1 }
        var open = BoardLine("ALERTS    ", .strong)
        let texts = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        open.add(texts.isEmpty ? "none" : texts.joined(separator: ", "), texts.isEmpty ? .filled : .alarm)
        var changed = BoardLine("now       ", .faint)
        changed.add(state.alertChanges.isEmpty ? "as before" : state.alertChanges.joined(separator: "  "))
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

    // MARK: Parts

    private func series(_ value: JSONValue?) -> [Double] {
        (value?.elements ?? []).map { $0.number?.double ?? 0 }
    }

    private func short(_ value: JSONValue?) -> String {
        (value?.number?.double).map(Numbers.short) ?? "–"
    }
}
