/// The legend of a chart: rows of swatches above it.
struct ChartLegend: Equatable, Sendable {
    struct Entry: Equatable, Sendable {
        let label: String
        let paint: Paint
        let isLine: Bool
    }

    static let rowHeight = 16.0
    private static let size = 11.0

    /// Returns the swatches, and their height.
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
                    ? PlotArea.line(x, y + 8, x + 18, y + 8, kind: entry.paint.line)
                    : PlotArea.rectangle(x, y + 3, 18, 10, kind: entry.paint.area + " box"))
            content.append(PlotArea.label(entry.label, x + 23, y + 12))
            x += needed
        }
        return (content, y + rowHeight)
    }
}
