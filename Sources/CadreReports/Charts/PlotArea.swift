/// The drawing area of a chart: an SVG with title and description for screen readers.
enum PlotArea {
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

    /// Returns a text at a point; `anchor` is `start`, `middle` or `end`.
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
