@testable import CadreReports
import CadrePlanning
import Testing

@Suite("charts")
struct ChartTests {
    private let axis = TimeAxis(start: Day(number: 12_000), periodDays: 7, periods: 10, now: 3)

    /// Every element of a name, with its attributes.
    private func elements(_ name: String, in markup: Markup) -> [[String: String]] {
        switch markup {
        case .text, .style: return []
        case .group(let parts): return parts.flatMap { elements(name, in: $0) }
        case .element(let own, let attributes, let content):
            let here =
                own == name
                ? [Dictionary(attributes.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })] : []
            return here + content.flatMap { elements(name, in: $0) }
        }
    }

    private func paths(_ kind: String, in markup: Markup) -> [String] {
        elements("path", in: markup).filter { $0["class"]?.split(separator: " ").contains(Substring(kind)) == true }
            .compactMap { $0["d"] }
    }

    private func numbers(_ text: String?) -> [Double] {
        (text ?? "").split { "MLHVZ ".contains($0) }.compactMap { Double($0) }
    }

    private func chart(_ layers: [TimeChart.Layer]) -> TimeChart {
        TimeChart(title: "t", description: "d", unit: "people", axis: axis, layers: layers)
    }

    @Test("a figure that stays is one stroke, and one that moves steps at its period")
    func steps() {
        let flat = chart([.steps([Double?](repeating: 5, count: 10), "s", .required)])
        #expect(paths("l-required", in: flat.markup).contains { $0.filter { "HV".contains($0) }.count == 1 })
        let once = chart([.steps([0, 0, 0, 0, 8, 8, 8, 8, 8, 8], "s", .required)])
        let path = paths("l-required", in: once.markup).first { $0.contains("V") }
        let places = numbers(path)
        // M x0 y0 H x4 V y4 H x10: the step is at four tenths of the way.
        #expect(places.count == 5)
        if places.count == 5 {
            #expect(abs((places[2] - places[0]) / (places[4] - places[0]) - 0.4) < 0.01)
            #expect(places[3] < places[1], "more is higher")
        }
    }

    @Test("where there is no number there is no line")
    func holes() {
        let chart = chart([.steps([1, 1, nil, nil, 2, 2, 2, nil, 1, 1], "s", .required)])
        let path = paths("l-required", in: chart.markup).first { $0.contains("M") && $0.contains("H") } ?? ""
        #expect(path.filter { $0 == "M" }.count == 3)
    }

    @Test("everything lies within the drawing, above and below zero")
    func bounds() {
        let series: [Double] = [3, -4, 1e6, 0, -2.5e6, 7, 7, 7, 0.001, 12]
        let chart = chart([
            .band(low: series.map { $0 - 1 }, high: series, "b", .doubt), .area(series, "a", .filled),
            .excess(series, above: series.map { $0 / 2 }, "e", .short), .level(1e5, "l", .target),
            .stack([.init(label: "x", series: series.map(abs), paint: .first)]),
        ])
        for element in elements("path", in: chart.markup) {
            let path = element["d"] ?? ""
            for number in numbers(path) { #expect(number >= 0 && number <= 720, "\(path)") }
        }
    }

    @Test("what is stacked begins where the one below ends")
    func stack() {
        let chart = chart([
            .stack([
                .init(label: "a", series: [Double](repeating: 10, count: 10), paint: .first),
                .init(label: "b", series: [Double](repeating: 30, count: 10), paint: .second),
            ])
        ])
        func heights(_ kind: String) -> [Double] {
            let parts = paths(kind, in: chart.markup).first.map(numbers) ?? []
            // M x y H x V y H x Z
            return parts.count == 5 ? [parts[1], parts[3]] : []
        }
        let (a, b) = (heights("a-first"), heights("a-second"))
        #expect(a.count == 2 && b.count == 2)
        if a.count == 2, b.count == 2 {
            #expect(a[0] == b[1], "the floor of the second is the top of the first")
            #expect(abs((b[1] - b[0]) / (a[1] - a[0]) - 3) < 0.01)
        }
    }

    @Test("bars are as long as their figures")
    func bars() {
        let chart = BarChart(
            title: "t", description: "d", legend: [],
            rows: [
                .init(
                    label: "a", parts: [.init(value: 10, paint: .filled), .init(value: 30, paint: .short)], figure: ""),
                .init(
                    label: "b", parts: [.init(value: 20, paint: .filled), .init(value: 0, paint: .short)], figure: ""),
            ])
        let widths = elements("rect", in: chart.markup).compactMap { $0["width"].flatMap { Double($0) } }
        #expect(widths.count == 3, "nothing is drawn of nothing")
        if widths.count == 3 {
            #expect(abs(widths[1] / widths[0] - 3) < 0.01 && abs(widths[2] / widths[0] - 2) < 0.01)
        }
    }

    @Test("a strip has one shape for each run of a shade")
    func strips() {
        let shades: [StripChart.Shade] = [.good, .good, .low, .low, .out, .none, .none, .good, .good, .good]
        let chart = StripChart(
            title: "t", description: "d", axis: axis, meaning: [], rows: [.init(label: "a", shades: shades)])
        let shapes = elements("rect", in: chart.markup)
        #expect(shapes.map { $0["class"] } == ["s-good", "s-low", "s-out", "s-good"])
        let widths = shapes.compactMap { $0["width"].flatMap { Double($0) } }
        #expect(widths.count == 4 && abs(widths[3] / widths[2] - 3) < 0.05)
    }

    @Test("what is stacked on each other can be told apart in black and white")
    func lightness() throws {
        func lightness(_ paint: Paint) throws -> Double {
            let value = try #require(Int(paint.fill.dropFirst(), radix: 16), "\(paint)")
            let channels = [value >> 16, value >> 8 & 255, value & 255].map { Double($0) / 255 }
            return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
        }
        for (below, above) in zip(Paint.stacked, Paint.stacked.dropFirst()) {
            #expect(abs(try lightness(below) - lightness(above)) > 0.25, "\(below), \(above)")
        }
        #expect(abs(try lightness(.local) - lightness(.filled)) > 0.2)
    }
}
