/// A random number generator with a seed (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

    mutating func one<Element>(of elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &self)]
    }

    /// Returns a text of characters that are special in a spreadsheet, in CSV or in a formula.
    mutating func text(_ lengths: ClosedRange<Int> = 0...12) -> String {
        let parts = [
            "=", "+", "-", "@", "'", "\"", ",", ";", "\t", "\n", "\r", "\r\n", " ", "a", "B", "7", "é", "e\u{301}", "😀",
            "\u{FEFF}", "\u{2028}", "\u{0}", "\\", "/", "#", "\u{200D}", "ß",
        ]
        return (0..<Int.random(in: lengths, using: &self)).map { _ in one(of: parts) }.joined()
    }
}
