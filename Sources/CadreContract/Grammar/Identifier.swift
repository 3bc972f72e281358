/// The identifiers of the contract, validated byte by byte. Source: CONTRACT § 1.
enum Identifier {
    static let expected = "1 to 64 of A-Z a-z 0-9 _ - ."
    static let missionExpected = "1 to 64 of A-Z a-z 0-9 _ -"
    static let nationExpected = "three capital letters"
    static let pledgeExpected = "NATION/PLEDGE"

    /// `A-Z a-z 0-9 _ - .` as bits: of the bytes 0…63, and of 64…127.
    private static let low: UInt64 = 0x03FF_6000_0000_0000
    private static let high: UInt64 = 0x07FF_FFFE_87FF_FFFE

    static func isIdentifier(_ text: Span<UInt8>) -> Bool {
        guard text.count >= 1, text.count <= ContractLimits.identifierCharactersMax else { return false }
        for index in text.indices where !isPart(text[index]) { return false }
        return true
    }

    static func isMission(_ text: Span<UInt8>) -> Bool {
        guard isIdentifier(text) else { return false }
        for index in text.indices where text[index] == UInt8(ascii: ".") { return false }
        return true
    }

    /// Returns whether a text is three capital letters, as of nations and currencies.
    static func isThreeCapitals(_ text: Span<UInt8>) -> Bool {
        text.count == 3 && isCapital(text[0]) && isCapital(text[1]) && isCapital(text[2])
    }

    /// Returns whether a text is `NATION/PLEDGE`.
    static func isPledge(_ text: Span<UInt8>) -> Bool {
        text.count > 4 && text[3] == UInt8(ascii: "/") && isThreeCapitals(text.extracting(0..<3))
            && isIdentifier(text.extracting(4..<text.count))
    }

    @inline(__always)
    private static func isPart(_ byte: UInt8) -> Bool {
        byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 && high >> UInt64(byte & 63) & 1 == 1
    }

    private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
}
