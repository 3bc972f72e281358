/// Series over time: steps, since a figure holds for its whole period.
struct TimeChart: Equatable, Sendable {
    enum Size: Equatable, Sendable {
        /// The width of the page.
        case wide
        /// One of several side by side.
        case panel
    }

    enum Layer: Equatable, Sendable {
        /// The area between two series.
        case band(low: [Double], high: [Double], String, Paint)
        /// The area from 0 to the series.
        case area([Double], String, Paint)
        /// A line in steps, with gaps for periods without a number.
        case steps([Double?], String, Paint)
        /// The excess of the first series over the second.
        case excess([Double], above: [Double], String, Paint)
        /// Stacked series, the first at the bottom.
        case stack([Part])
        /// A constant level.
        case level(Double, String, Paint)
    }

    /// One layer of a stack.
    struct Part: Equatable, Sendable {
        let label: String
        let series: [Double]
        let paint: Paint
    }

    /// A marked date with its label.
    struct Mark: Equatable, Sendable {
        let period: Int
        let label: String
    }

    var title: String
    var description: String
    /// The unit of the figures.
    var unit: String
    var axis: TimeAxis
    var layers: [Layer]
    var marks: [Mark] = []
    var size = Size.wide

    var markup: Markup { TimeDrawing(self).markup }
}

/// The drawing of one chart: measures, then shapes.
private struct TimeDrawing {
    let chart: TimeChart
    let width: Double
    let height: Double
    let left: Double
    let values: ValueAxis
    private let legend: (content: [Markup], height: Double)
    private let right = 14.0
    private let bottom = 20.0
    private var top: Double { legend.height + 24 }

    init(_ chart: TimeChart) {
        self.chart = chart
        let isWide = chart.size == .wide
        width = isWide ? 720 : 350
        let figures = chart.layers.flatMap(\.extent)
        let values = ValueAxis(figures.min() ?? 0, figures.max() ?? 0, count: 4)
        self.values = values
        let longest = values.ticks.map { values.label($0).count }.max() ?? 1
        left = 12 + Double(longest) * 6.2
        legend = ChartLegend.markup(chart.layers.flatMap(\.legend), left: 2, width: width)
        height = (isWide ? 130 : 122) + legend.height + 44
    }

    var markup: Markup {
        var content = legend.content
        content += grid
        for layer in chart.layers { content += shapes(layer) }
        content.append(PlotArea.line(left, y(0), width - right, y(0), kind: "axis"))
        content += marks
        return PlotArea.markup(chart.title, chart.description, width: width, height: height, content)
    }

    // MARK: Places

    private func x(_ period: Double) -> Double {
        left + (width - left - right) * period / Double(max(1, chart.axis.periods))
    }

    private func y(_ value: Double) -> Double {
        let high = height - bottom
        return high - (high - top) * values.share(value)
    }

    private var grid: [Markup] {
        var content = [PlotArea.label(chart.unit, 2, top - 11, kind: "u")]
        for tick in values.ticks {
            content.append(PlotArea.line(left, y(tick), width - right, y(tick), kind: "grid"))
            content.append(PlotArea.label(values.label(tick), left - 5, y(tick) + 4, anchor: "end"))
        }
        for tick in chart.axis.ticks(chart.size == .wide ? 10 : 5) {
            let place = x(tick.place)
            content.append(PlotArea.line(place, height - bottom, place, height - bottom + 4, kind: "axis"))
            let room = Coordinates.width(of: tick.label, size: 11) / 2
            let anchor = place + room > width ? "end" : place - room < 0 ? "start" : "middle"
            content.append(PlotArea.label(tick.label, place, height - 4, anchor: anchor))
        }
        return content
    }

    private var marks: [Markup] {
        var marks = chart.marks
        if let now = chart.axis.now { marks.insert(TimeChart.Mark(period: now, label: "as of"), at: 0) }
        return marks.enumerated().flatMap { index, mark in
            let place = x(Double(mark.period))
            let isLate = place > width * 0.7
            // One below the other: dates may lie close together.
            let line = top - 2 + Double(index) * 13
            return [
                PlotArea.line(place, top - 10, place, height - bottom, kind: "now"),
                PlotArea.label(
                    mark.label, isLate ? place - 4 : place + 4, line, anchor: isLate ? "end" : "start", kind: "m"),
            ]
        }
    }

    // MARK: Shapes

    private func shapes(_ layer: TimeChart.Layer) -> [Markup] {
        switch layer {
        case .band(let low, let high, _, let paint):
            let edges = [low, high].map { shape(line($0.map { $0 }), paint.line) }
            return [shape(outline(low, high), paint.area + " pale")] + edges
        case .area(let series, _, let paint):
            return [shape(outline(series.map { _ in 0 }, series), paint.area), shape(line(series), paint.line)]
        case .steps(let series, _, let paint): return [shape(line(series), paint.line)]
        case .excess(let series, let floor, _, let paint):
            let lower = zip(series, floor).map { min($0, $1) }
            return [shape(outline(lower, series), paint.area)]
        case .stack(let parts):
            var floor = [Double](repeating: 0, count: chart.axis.periods)
            return parts.map { part in
                let above = zip(floor, part.series).map { $0 + $1 }
                defer { floor = above }
                return shape(outline(floor, above), "\(part.paint.area) parted")
            }
        case .level(let value, _, let paint):
            return [PlotArea.line(x(0), y(value), width - right, y(value), kind: paint.line)]
        }
    }

    private func shape(_ path: String, _ kind: String) -> Markup { Markup("path", ["d": path, "class": kind]) }

    /// Steps; a number that stays is one stroke.
    private func line(_ series: [Double?]) -> String {
        var path = ""
        var before: Double?
        for (period, value) in series.enumerated() {
            guard let value else {
                if before != nil { path += "H\(place(period))" }
                before = nil
                continue
            }
            if let before, before != value {
                path += "H\(place(period))V\(Coordinates.text(y(value)))"
            } else if before == nil {
                path += "M\(place(period)) \(Coordinates.text(y(value)))"
            }
            before = value
        }
        return before == nil ? path : path + "H\(place(series.count))"
    }

    /// The closed shape between two step lines.
    private func outline(_ low: [Double], _ high: [Double]) -> String {
        let count = min(low.count, high.count)
        guard count > 0 else { return "" }
        var path = line(high.prefix(count).map { $0 })
        var before = low[count - 1]
        path += "V\(Coordinates.text(y(before)))"
        for period in (0..<count).reversed() where low[period] != before {
            path += "H\(place(period + 1))V\(Coordinates.text(y(low[period])))"
            before = low[period]
        }
        return path + "H\(place(0))Z"
    }

    private func place(_ period: Int) -> String { Coordinates.text(x(Double(period))) }
}

extension TimeChart.Layer {
    /// Figures between which all of it lies.
    fileprivate var extent: [Double] {
        switch self {
        case .band(let low, let high, _, _): [low.min(), high.max()].compactMap { $0 }
        case .area(let series, _, _): [0, series.max() ?? 0, series.min() ?? 0]
        case .steps(let series, _, _):
            [series.compactMap { $0 }.max(), series.compactMap { $0 }.min()].compactMap { $0 }
        case .excess(let series, _, _, _): [series.max()].compactMap { $0 }
        case .stack(let parts):
            [
                parts.reduce([Double]()) { sum, part in
                    sum.isEmpty ? part.series : zip(sum, part.series).map { $0 + $1 }
                }.max()
            ].compactMap { $0 }
        case .level(let value, _, _): [value]
        }
    }

    fileprivate var legend: [ChartLegend.Entry] {
        switch self {
        case .band(_, _, let label, let paint), .area(_, let label, let paint), .excess(_, _, let label, let paint):
            [ChartLegend.Entry(label: label, paint: paint, isLine: false)]
        case .steps(_, let label, let paint), .level(_, let label, let paint):
            [ChartLegend.Entry(label: label, paint: paint, isLine: true)]
        case .stack(let parts):
            parts.map { ChartLegend.Entry(label: $0.label, paint: $0.paint, isLine: false) }
        }
    }
}
