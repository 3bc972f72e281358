/// A chart of horizontal bars, which leave room for long names.
struct BarChart: Equatable, Sendable {
    struct Part: Equatable, Sendable {
        let value: Double
        let paint: Paint
    }

    struct Row: Equatable, Sendable {
        let label: String
        /// The parts of the bar, from 0.
        let parts: [Part]
        /// The text next to the bar.
        let figure: String
    }

    var title: String
    var description: String
    var legend: [ChartLegend.Entry]
    var rows: [Row]

    private static let width = 720.0
    private static let labelWidth = 232.0
    private static let figureWidth = 118.0
    private static let rowHeight = 19.0

    var markup: Markup {
        let legend = ChartLegend.markup(legend, left: 2, width: Self.width)
        let most = rows.map { $0.parts.reduce(0) { $0 + $1.value } }.max() ?? 0
        let room = Self.width - Self.labelWidth - Self.figureWidth
        var content = legend.content
        for (index, row) in rows.enumerated() {
            let top = legend.height + 6 + Double(index) * Self.rowHeight
            let label = Coordinates.fitted(row.label, to: ReportLimits.labelMax)
            content.append(PlotArea.label(label, Self.labelWidth - 8, top + 12, anchor: "end"))
            var x = Self.labelWidth
            for part in row.parts where part.value > 0 && most > 0 {
                let length = part.value / most * room
                content.append(PlotArea.rectangle(x, top + 2, length, 13, kind: part.paint.area + " box"))
                x += length
            }
            content.append(PlotArea.label(row.figure, x + 6, top + 12))
        }
        let height = legend.height + 12 + Double(rows.count) * Self.rowHeight
        content.append(
            PlotArea.line(Self.labelWidth, legend.height + 4, Self.labelWidth, height - 4, kind: "axis"))
        return PlotArea.markup(title, description, width: Self.width, height: height, content)
    }
}
