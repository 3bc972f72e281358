/// A row of a table over time: required posts as a line, filled posts as an area.
struct Spark: Equatable, Sendable {
    var title: String
    var required: [Double]
    var filled: [Double]
    /// The period of the clock, if it lies within.
    var now: Int?

    private static let width = 110.0
    private static let height = 22.0

    var markup: Markup {
        let most = max(required.max() ?? 0, filled.max() ?? 0)
        let count = max(required.count, filled.count)
        func x(_ period: Int) -> String { Coordinates.text(Self.width * Double(period) / Double(max(1, count))) }
        func y(_ value: Double) -> String {
            Coordinates.text(Self.height - 1 - (most > 0 ? value / most : 0) * (Self.height - 3))
        }
        func steps(_ series: [Double]) -> String {
            guard let first = series.first else { return "" }
            var path = "M0 \(y(first))"
            var before = y(first)
            for (period, value) in series.enumerated().dropFirst() where y(value) != before {
                before = y(value)
                path += "H\(x(period))V\(before)"
            }
            return path + "H\(x(series.count))"
        }
        var content = [Markup("title", [:], title)]
        if !filled.isEmpty {
            content.append(
                Markup("path", ["d": steps(filled) + "V\(y(0))H0Z", "class": Paint.filled.area]))
        }
        if !required.isEmpty { content.append(Markup("path", ["d": steps(required), "class": "l-spark"])) }
        if let now {
            content.append(Markup("path", ["d": "M\(x(now)) 0V\(Coordinates.text(Self.height))", "class": "now"]))
        }
        return Markup(
            "svg",
            [
                "class": "spark", "role": "img", "aria-label": title,
                "viewBox": "0 0 \(Coordinates.text(Self.width)) \(Coordinates.text(Self.height))",
            ], content)
    }
}
