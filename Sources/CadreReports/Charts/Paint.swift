/// The colour and pattern of a shape. Neighbours differ in lightness or pattern, so that a print in black and white can be read;
/// the hues go from blue to orange and brown, which colour-blind people tell apart.
enum Paint: String, CaseIterable, Sendable {
    case required, filled, short, doubt, low, high, target, local
    case first, second, third, fourth, fifth, sixth, rest

    /// The paints of stacked layers in order; `rest` comes after the last.
    static let stacked: [Paint] = [.first, .second, .third, .fourth, .fifth, .sixth]

    /// Class of a filled shape, and of a line.
    var area: String { "a-\(rawValue)" }
    var line: String { "l-\(rawValue)" }

    /// The class of a filled shape.
    var fill: String {
        switch self {
        case .required: "#1a1a1a"
        case .filled: "#5b9bc8"
        case .short: "url(#hatch)"
        case .doubt: "#bdbdbd"
        case .low, .high, .target: "none"
        case .local: "#00664c"
        case .first: "#0b3c5d"
        case .second: "#f2b632"
        case .third: "#7a2e00"
        case .fourth: "#8cc6ec"
        case .fifth: "#00664c"
        case .sixth: "#d9d9d9"
        case .rest: "url(#dots)"
        }
    }

    /// The class of a line, with its width and dashes.
    private var stroke: String {
        switch self {
        case .required: "#000;stroke-width:1.8"
        case .filled: "#0b4f80;stroke-width:1.4"
        case .short: "#8f2d00;stroke-width:.8"
        case .doubt: "#555;stroke-width:.8;stroke-dasharray:2 2"
        case .low: "#062f4f;stroke-width:1.3;stroke-dasharray:1.5 2"
        case .high: "#062f4f;stroke-width:1.3;stroke-dasharray:5 2.5"
        case .target: "#000;stroke-width:1.3;stroke-dasharray:6 3"
        case .local: "#00402f;stroke-width:1.6"
        default: "#fff;stroke-width:.7"
        }
    }

    static var styles: String {
        allCases.map { paint in
            ".\(paint.area){fill:\(paint.fill)}.\(paint.line){fill:none;stroke:\(paint.stroke)}"
        }.joined(separator: "\n")
    }

    /// Patterns that the charts of a page share.
    static var patterns: Markup {
        func pattern(_ id: String, _ size: String, _ content: [Markup]) -> Markup {
            Markup(
                "pattern",
                [
                    "id": id, "width": size, "height": size, "patternUnits": "userSpaceOnUse",
                    "patternTransform": "rotate(45)",
                ], content)
        }
        return Markup(
            "svg", ["class": "patterns", "width": "0", "height": "0", "aria-hidden": "true"],
            [
                Markup(
                    "defs", [:],
                    [
                        pattern(
                            "hatch", "5",
                            [
                                Markup("rect", ["width": "5", "height": "5", "fill": "#fff"]),
                                Markup("rect", ["width": "2.2", "height": "5", "fill": "#c2410c"]),
                            ]),
                        pattern(
                            "dots", "4",
                            [
                                Markup("rect", ["width": "4", "height": "4", "fill": "#f2f2f2"]),
                                Markup("circle", ["cx": "2", "cy": "2", "r": "0.9", "fill": "#555"]),
                            ]),
                    ])
            ])
    }
}
