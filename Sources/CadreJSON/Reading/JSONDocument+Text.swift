extension JSONDocument {
    /// Returns the text with its escapes decoded, or `nil` if the node is not a text.
    public func text(_ node: Node) -> String? {
        let entry = entries[node.index]
        return entry.kind == .text ? text(of: entry) : nil
    }

    /// Returns the text if it is ASCII, as all words of a fixed set are; otherwise `nil`. `String`'s equality is
    /// Unicode's, in which the Kelvin sign equals a K.
    public func word(_ node: Node) -> String? {
        let isASCII = withText(node) { text in
            for index in text.indices where text[index] >= 0x80 { return false }
            return true
        }
        return isASCII == true ? text(node) : nil
    }

    /// Returns whether the node is the text `other`, compared by UTF-8 bytes.
    public func isText(_ node: Node, _ other: StaticString) -> Bool {
        let entry = entries[node.index]
        guard entry.kind == .text else { return false }
        return isText(entry, UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount))
    }

    /// Passes the text's UTF-8 with its escapes decoded, or `nil` if the node is not a text. Copies only texts with
    /// escapes.
    @inlinable
    public func withText<Result>(_ node: Node, _ body: (Span<UInt8>) -> Result) -> Result? {
        let entry = entries[node.index]
        guard entry.kind == .text else { return nil }
        guard entry.hasEscapes else { return body(bytes.span.extracting(Int(entry.start)..<Int(entry.end))) }
        return body(unescaped(entry).span)
    }

    /// Returns the number of Unicode scalars of the text, or `nil` if the node is not a text.
    public func scalarCount(_ node: Node) -> Int? {
        withText(node) { text in
            var count = 0
            for index in text.indices where text[index] & 0xC0 != 0x80 { count += 1 }
            return count
        }
    }

    func text(of entry: Entry) -> String {
        guard !entry.hasEscapes else { return String(decoding: unescaped(entry), as: UTF8.self) }
        // The parser has checked that every text is UTF-8.
        return String(copying: UTF8Span(unchecked: bytes.span.extracting(Int(entry.start)..<Int(entry.end))))
    }

    @inline(__always)
    func isText(_ entry: Entry, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
        if entry.hasEscapes { return isEscapedText(entry, other) }
        let text = bytes.span.extracting(Int(entry.start)..<Int(entry.end))
        guard text.count == other.count else { return false }
        for index in text.indices where text[index] != other[index] { return false }
        return true
    }

    /// Compares a text with escapes. An escape has at most six bytes and yields at least one, so most texts need not be
    /// decoded.
    private func isEscapedText(_ entry: Entry, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
        let length = Int(entry.end - entry.start)
        guard length > other.count, length <= 6 * other.count else { return false }
        var index = Int(entry.start)
        for byte in other {
            if bytes[index] == UInt8(ascii: "\\") { return unescaped(entry).elementsEqual(other) }
            if bytes[index] != byte { return false }
            index += 1
        }
        return false
    }

    /// Returns the UTF-8 of a text whose escapes the parser has checked.
    @usableFromInline
    func unescaped(_ entry: Entry) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(Int(entry.end - entry.start))
        var index = Int(entry.start)
        let end = Int(entry.end)
        while index < end {
            let byte = bytes[index]
            guard byte == UInt8(ascii: "\\"), index + 1 < end else {
                result.append(byte)
                index += 1
                continue
            }
            let escape = bytes[index + 1]
            index += 2
            switch escape {
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "u"):
                var unit = hexadecimal(index)
                index += 4
                if unit & 0xFC00 == 0xD800 {  // the parser has checked that the low half follows as `\uXXXX`
                    unit = 0x10000 + (unit & 0x3FF) << 10 + hexadecimal(index + 2) & 0x3FF
                    index += 6
                }
                if let scalar = Unicode.Scalar(unit) { result.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
            default: result.append(escape)
            }
        }
        return result
    }

    private func hexadecimal(_ start: Int) -> UInt32 {
        var unit: UInt32 = 0
        for index in start..<min(start + 4, bytes.count) { unit = unit << 4 | (hexadecimalDigit(bytes[index]) ?? 0) }
        return unit
    }
}

/// Returns the value of an ASCII hexadecimal digit, or `nil` for another byte.
public func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte) - 0x57
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte) - 0x37
    default: nil
    }
}
