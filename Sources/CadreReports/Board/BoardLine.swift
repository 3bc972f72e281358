/// A line of the board: parts of text with their colours.
struct BoardLine: Sendable {
    private var pieces: [(text: String, ink: Ink)] = []

    init(_ text: String = "", _ ink: Ink = .plain) {
        add(text, ink)
    }

    mutating func add(_ text: String, _ ink: Ink = .plain) {
        if !text.isEmpty { pieces.append((text, ink)) }
    }

    /// Adds blanks up to a column.
    mutating func pad(to column: Int) {
        add(String(repeating: " ", count: max(0, column - count)))
    }

    /// Adds text that ends at a column.
    mutating func add(_ text: String, endingAt column: Int, _ ink: Ink = .plain) {
        pad(to: column - text.count)
        add(text, ink)
    }

    /// Characters.
    var count: Int { pieces.reduce(0) { $0 + $1.text.count } }

    /// The line as it is written, cut to the width.
    func text(width: Int, hasColour: Bool) -> String {
        var left = width
        var written = ""
        for (text, ink) in pieces where left > 0 {
            let shown = text.count <= left ? text : String(text.prefix(left - 1)) + "…"
            left -= shown.count
            if hasColour, let code = ink.code {
                written += "\u{1B}[\(code)m\(shown)\u{1B}[0m"
            } else {
                written += shown
            }
        }
        return written
    }
}
