/// Finds the closing quote of a text and validates all bytes before it: UTF-8, control characters, escapes, surrogates.
struct JSONTextScanner {
    private(set) var hasEscapes = false
    /// The next byte to read; at the end, the closing quote.
    private(set) var at: Int

    /// Creates a scanner.
    /// - Parameter at: The index of the byte after the opening quote.
    init(at: Int) {
        self.at = at
    }

    mutating func scan(_ bytes: Span<UInt8>) throws(JSONFault) {
        while true {
            skipPlain(bytes)
            guard at < bytes.count else { throw JSONFault(.unfinished, at: at) }
            switch bytes[at] {
            case UInt8(ascii: "\""): return
            case UInt8(ascii: "\\"): try escape(bytes)
            case 0..<0x20: throw JSONFault(.controlCharacter, at: at)
            default: try multibyte(bytes)
            }
        }
    }

    /// Advances to the next byte that is not plain ASCII text, eight bytes at a time.
    @inline(__always)
    private mutating func skipPlain(_ bytes: Span<UInt8>) {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        let raw = bytes.bytes
        while at + 8 <= raw.byteCount {
            let word = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            // A byte's top bit is set if it is a quote, a backslash, below 0x20 or not ASCII. Borrows only disturb
            // bytes above a true hit, and only the lowest hit is used.
            let special =
                ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- ones &* 0x20) & ~word | word)
                & tops
            if special != 0 {
                at += special.trailingZeroBitCount / 8
                return
            }
            at += 8
        }
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x22 || byte == 0x5C || byte < 0x20 || byte >= 0x80 { return }
            at += 1
        }
    }

    private mutating func escape(_ bytes: Span<UInt8>) throws(JSONFault) {
        hasEscapes = true
        let start = at
        guard at + 1 < bytes.count else { throw JSONFault(.unfinished, at: bytes.count) }
        at += 2
        switch bytes[at - 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return
        case UInt8(ascii: "u"):
            let unit = try codeUnit(bytes, from: start)
            if unit & 0xF800 != 0xD800 { return }
            // A high half must be followed directly by the low half.
            guard unit < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
                bytes[at + 1] == UInt8(ascii: "u")
            else { throw JSONFault(.loneSurrogate, at: start) }
            at += 2
            guard try codeUnit(bytes, from: start) & 0xFC00 == 0xDC00 else {
                throw JSONFault(.loneSurrogate, at: start)
            }
        default: throw JSONFault(.badEscape, at: start)
        }
    }

    private mutating func codeUnit(_ bytes: Span<UInt8>, from start: Int) throws(JSONFault) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard at < bytes.count else { throw JSONFault(.unfinished, at: at) }
            guard let digit = hexadecimalDigit(bytes[at]) else { throw JSONFault(.badEscape, at: start) }
            unit = unit << 4 | digit
            at += 1
        }
        return unit
    }

    /// Reads one scalar of two to four bytes, as Unicode's table 3-7 defines them: no overlong form, no surrogate.
    private mutating func multibyte(_ bytes: Span<UInt8>) throws(JSONFault) {
        let first = bytes[at]
        let second: ClosedRange<UInt8>
        let length: Int
        switch first {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: throw JSONFault(.notUTF8, at: at)
        }
        guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { throw JSONFault(.notUTF8, at: at) }
        for offset in 2..<max(length, 2) where bytes[at + offset] & 0xC0 != 0x80 { throw JSONFault(.notUTF8, at: at) }
        at += length
    }
}
