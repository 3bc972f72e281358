/// Reads the output of `PayloadWriter`. For any bytes it ends and does not trap.
struct PayloadReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func number() throws(UnfitSnapshot) -> UInt64 {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), through: 63, by: 7) {
            guard position < bytes.count else { throw UnfitSnapshot("its payload ends within a number") }
            let byte = bytes[position]
            position += 1
            let group = UInt64(byte & 0x7F)
            guard shift < 63 || group <= 1 else { break }
            number |= group << shift
            if byte < 0x80 { return number }
        }
        throw UnfitSnapshot("its payload has a number of more than 64 bits")
    }

    mutating func signedNumber() throws(UnfitSnapshot) -> Int {
        Int(Int64(bitPattern: try number()))
    }

    /// Returns the number of elements that follow. Each takes at least one byte, so that the number is at most that of the
    /// remaining bytes.
    mutating func count() throws(UnfitSnapshot) -> Int {
        let count = try number()
        guard count <= UInt64(bytes.count - position) else { throw UnfitSnapshot("its payload is cut off") }
        return Int(count)
    }

    mutating func text() throws(UnfitSnapshot) -> String {
        let length = try count()
        defer { position += length }
        guard let text = String(validating: bytes[position..<position + length], as: UTF8.self) else {
            throw UnfitSnapshot("its payload has a text that is not UTF-8")
        }
        return text
    }
}
