/// A strip over time for each name, in a few shades, to find shortages by place and time on one page.
struct StripChart: Equatable, Sendable {
    enum Shade: String, CaseIterable, Sendable {
        case none, good, fair, low, out
    }

    struct Meaning: Equatable, Sendable {
        let shade: Shade
        let label: String
    }

    struct Row: Equatable, Sendable {
        let label: String
        /// One shade per period.
        let shades: [Shade]
    }

    var title: String
    var description: String
    var axis: TimeAxis
    /// The meaning of the shades, from good to bad, for the legend.
    var meaning: [Meaning]
    var rows: [Row]

    private static let width = 720.0
    private static let labelWidth = 232.0
    private static let rowHeight = 15.0

    var markup: Markup {
        let room = Self.width - Self.labelWidth - 10
        func x(_ period: Double) -> Double { Self.labelWidth + room * period / Double(max(1, axis.periods)) }
        var content: [Markup] = []
        var place = 2.0
        for entry in meaning {
            content.append(PlotArea.rectangle(place, 3, 18, 10, kind: "s-\(entry.shade.rawValue) box"))
            content.append(PlotArea.label(entry.label, place + 23, 12))
            place += 36 + Coordinates.width(of: entry.label, size: 11)
        }
        let top = 26.0
        for (index, row) in rows.enumerated() {
            let y = top + Double(index) * Self.rowHeight
            let label = Coordinates.fitted(row.label, to: ReportLimits.labelMax)
            content.append(PlotArea.label(label, Self.labelWidth - 8, y + 11, anchor: "end"))
            var from = 0
            for period in row.shades.indices
            where period + 1 == row.shades.count
                || row.shades[period + 1] != row.shades[period]
            {
                if row.shades[period] != .none {
                    content.append(
                        PlotArea.rectangle(
                            x(Double(from)), y + 1, x(Double(period + 1)) - x(Double(from)), 12,
                            kind: "s-\(row.shades[period].rawValue)"))
                }
                from = period + 1
            }
        }
        let end = top + Double(rows.count) * Self.rowHeight
        for tick in axis.ticks(8) {
            content.append(PlotArea.line(x(tick.place), top, x(tick.place), end + 4, kind: "grid"))
            let isLast = x(tick.place) + Coordinates.width(of: tick.label, size: 11) / 2 > Self.width
            content.append(
                PlotArea.label(tick.label, x(tick.place), end + 16, anchor: isLast ? "end" : "middle"))
        }
        if let now = axis.now {
            content.append(PlotArea.line(x(Double(now)), top - 6, x(Double(now)), end + 4, kind: "now"))
            content.append(PlotArea.label("as of", x(Double(now)) + 3, top - 2, kind: "m"))
        }
        return PlotArea.markup(title, description, width: Self.width, height: end + 22, content)
    }

    static let styles = """
        .s-good{fill:#d9e8f2}.s-fair{fill:#8db8d6}.s-low{fill:#2f6f9f}.s-out{fill:#111}
        """
}
