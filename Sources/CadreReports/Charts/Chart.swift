/// A chart of the report; what it shows stands in words in its description, for those who cannot see it.
enum Chart: Equatable, Sendable {
    case time(TimeChart)
    case bars(BarChart)
    case strips(StripChart)

    var title: String {
        switch self {
        case .time(let chart): chart.title
        case .bars(let chart): chart.title
        case .strips(let chart): chart.title
        }
    }

    var description: String {
        switch self {
        case .time(let chart): chart.description
        case .bars(let chart): chart.description
        case .strips(let chart): chart.description
        }
    }

    var markup: Markup {
        switch self {
        case .time(let chart): chart.markup
        case .bars(let chart): chart.markup
        case .strips(let chart): chart.markup
        }
    }
}

/// An SVG with its words, as a screen reader wants them.
enum ChartFrame {
    static func markup(_ title: String, _ description: String, width: Double, height: Double, _ content: [Markup])
        -> Markup
    {
        Markup(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "role": "img",
                "viewBox": "0 0 \(Coordinates.text(width)) \(Coordinates.text(height))", "aria-label": title,
            ],
            [Markup("title", [:], title), Markup("desc", [:], description)] + content)
    }

    /// Text at a place; `anchor` is `start`, `middle` or `end`.
    static func label(_ text: String, _ x: Double, _ y: Double, anchor: String = "start", kind: String = "t") -> Markup
    {
        Markup(
            "text", ["x": Coordinates.text(x), "y": Coordinates.text(y), "class": kind, "text-anchor": anchor], text)
    }

    static func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, kind: String) -> Markup {
        Markup(
            "rect",
            [
                "x": Coordinates.text(x), "y": Coordinates.text(y), "width": Coordinates.text(max(0, width)),
                "height": Coordinates.text(max(0, height)), "class": kind,
            ])
    }

    static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, kind: String) -> Markup {
        Markup(
            "path",
            [
                "d": "M\(Coordinates.text(x1)) \(Coordinates.text(y1))L\(Coordinates.text(x2)) \(Coordinates.text(y2))",
                "class": kind,
            ])
    }
}

/// What the paints of a chart stand for: rows of swatches above it.
struct ChartLegend: Equatable, Sendable {
    struct Entry: Equatable, Sendable {
        let label: String
        let paint: Paint
        let isLine: Bool
    }

    static let rowHeight = 16.0
    private static let size = 11.0

    /// - Returns: The swatches, and how high they are.
    static func markup(_ entries: [Entry], left: Double, width: Double) -> (content: [Markup], height: Double) {
        guard !entries.isEmpty else { return ([], 0) }
        var content: [Markup] = []
        var x = left
        var y = 0.0
        for entry in entries {
            let needed = 26 + Coordinates.width(of: entry.label, size: size) + 10
            if x > left, x + needed > width {
                x = left
                y += rowHeight
            }
            content.append(
                entry.isLine
                    ? ChartFrame.line(x, y + 8, x + 18, y + 8, kind: entry.paint.line)
                    : ChartFrame.rectangle(x, y + 3, 18, 10, kind: entry.paint.area + " box"))
            content.append(ChartFrame.label(entry.label, x + 23, y + 12))
            x += needed
        }
        return (content, y + rowHeight)
    }
}
