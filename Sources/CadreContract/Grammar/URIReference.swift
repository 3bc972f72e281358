import CadreJSON

/// The characters of RFC 3986 that a `source` may contain.
enum URIReference {
    /// Letters, digits and `-._~:/?#[]@!$&'()*+,;=`, as bits of the bytes 0…63, and of 64…127.
    private static let low: UInt64 = 0xAFFF_FFDA_0000_0000
    private static let high: UInt64 = 0x47FF_FFFE_AFFF_FFFF

    /// Returns whether all characters are allowed in a URI reference and each `%` begins an escape.
    static func isOne(_ text: Span<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "%") {
                guard index + 2 < text.count, hexadecimalDigit(text[index + 1]) != nil,
                    hexadecimalDigit(text[index + 2]) != nil
                else { return false }
                index += 3
                continue
            }
            let isAllowed =
                byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 && high >> UInt64(byte & 63) & 1 == 1
            guard isAllowed else { return false }
            index += 1
        }
        return true
    }
}
