import TestSupport

extension SeededRandom {
    /// Returns a text made of what spreadsheets, CSV and formulas treat in a special way.
    mutating func text(_ lengths: ClosedRange<Int> = 0...12) -> String {
        let parts = [
            "=", "+", "-", "@", "'", "\"", ",", ";", "\t", "\n", "\r", "\r\n", " ", "a", "B", "7", "é", "e\u{301}", "😀",
            "\u{FEFF}", "\u{2028}", "\u{0}", "\\", "/", "#", "\u{200D}", "ß",
        ]
        return (0..<Int.random(in: lengths, using: &self)).map { _ in one(of: parts) }.joined()
    }
}
