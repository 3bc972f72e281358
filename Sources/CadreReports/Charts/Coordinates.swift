/// Numbers of SVG: to a tenth of a unit, in the shortest text, the same on every machine.
enum Coordinates {
    static func text(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e9 else { return "0" }
        let tenths = Int((value * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let fraction = tenths.magnitude % 10
        return sign + String(tenths.magnitude / 10) + (fraction == 0 ? "" : ".\(fraction)")
    }

    /// About how wide a text is in the page's font: charts are laid out without measuring it.
    static func width(of text: String, size: Double) -> Double { Double(text.count) * size * 0.56 }

    /// Returns a name that fits; a shortened one ends in `…`.
    static func fitted(_ text: String, to count: Int) -> String {
        text.count <= count ? text : String(text.prefix(max(0, count - 1))) + "…"
    }
}
