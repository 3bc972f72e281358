/// Blanks comments and the text of string literals with spaces and leaves every line break and all else in its place,
/// byte for byte. Interpolations stay: they are code. Regex literals are not known to it; Sources has none.
struct CodeOnly {
    private enum Place {
        /// Code, with the brackets open within an interpolation; nil outside of any.
        case code(brackets: Int?)
        case string(hashes: Int, quotes: Int)
    }

    private let text: [UInt8]
    private var position = 0
    private var result: [UInt8]
    private var places: [Place] = [.code(brackets: nil)]

    private static let lineFeed = UInt8(ascii: "\n")
    private static let slash = UInt8(ascii: "/")
    private static let star = UInt8(ascii: "*")
    private static let quote = UInt8(ascii: "\"")
    private static let hash = UInt8(ascii: "#")
    private static let backslash = UInt8(ascii: "\\")
    private static let opening = UInt8(ascii: "(")
    private static let closing = UInt8(ascii: ")")

    static func of(_ text: String) -> String {
        var scan = CodeOnly(text: Array(text.utf8))
        while scan.position < scan.text.count { scan.step() }
        return String(decoding: scan.result, as: UTF8.self)
    }

    private init(text: [UInt8]) {
        self.text = text
        result = text
    }

    private mutating func step() {
        switch places.last {
        case .string(let hashes, let quotes): stepInString(hashes: hashes, quotes: quotes)
        case .code(let brackets): stepInCode(brackets: brackets)
        case nil: position += 1
        }
    }

    private mutating func stepInCode(brackets: Int?) {
        let byte = text[position]
        if byte == Self.slash, byteAhead(1) == Self.slash {
            while position < text.count, text[position] != Self.lineFeed { blank(1) }
        } else if byte == Self.slash, byteAhead(1) == Self.star {
            blankBlockComment()
        } else if byte == Self.quote || byte == Self.hash, let (hashes, quotes) = openingQuotes() {
            blank(hashes + quotes)
            places.append(.string(hashes: hashes, quotes: quotes))
        } else if let brackets, byte == Self.closing, brackets == 0 {
            // The interpolation ends; the string continues.
            places.removeLast()
            blank(1)
        } else {
            if let brackets, byte == Self.opening || byte == Self.closing {
                places[places.count - 1] = .code(brackets: brackets + (byte == Self.opening ? 1 : -1))
            }
            position += 1
        }
    }

    private mutating func stepInString(hashes: Int, quotes: Int) {
        let byte = text[position]
        if byte == Self.backslash, run(of: Self.hash, at: position + 1) >= hashes {
            if byteAhead(1 + hashes) == Self.opening { places.append(.code(brackets: 0)) }
            blank(2 + hashes)
        } else if byte == Self.quote, run(of: Self.quote, at: position) >= quotes,
            run(of: Self.hash, at: position + quotes) >= hashes
        {
            blank(quotes + hashes)
            places.removeLast()
        } else if byte == Self.lineFeed, quotes == 1 {
            // An unclosed literal does not compile; do not take the rest of the file for text.
            places.removeLast()
        } else {
            blank(1)
        }
    }

    /// Block comments nest.
    private mutating func blankBlockComment() {
        var depth = 0
        repeat {
            let (byte, next) = (text[position], byteAhead(1))
            if byte == Self.slash, next == Self.star {
                depth += 1
                blank(2)
            } else if byte == Self.star, next == Self.slash {
                depth -= 1
                blank(2)
            } else {
                blank(1)
            }
        } while depth > 0 && position < text.count
    }

    private func openingQuotes() -> (hashes: Int, quotes: Int)? {
        let hashes = run(of: Self.hash, at: position)
        let quotes = run(of: Self.quote, at: position + hashes)
        // Two quotes are the empty literal: the first opens it, the second closes it.
        return quotes == 0 ? nil : (hashes, quotes >= 3 ? 3 : 1)
    }

    private func byteAhead(_ distance: Int) -> UInt8? {
        position + distance < text.count ? text[position + distance] : nil
    }

    private func run(of byte: UInt8, at start: Int) -> Int {
        var end = start
        while end < text.count, text[end] == byte { end += 1 }
        return end - start
    }

    private mutating func blank(_ count: Int) {
        for _ in 0..<count where position < text.count {
            if text[position] != Self.lineFeed { result[position] = UInt8(ascii: " ") }
            position += 1
        }
    }
}
