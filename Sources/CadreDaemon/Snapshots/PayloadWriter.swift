/// Writes a snapshot's payload: whole numbers in groups of seven bits, texts behind their length in bytes.
struct PayloadWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// A number that may be negative takes ten bytes then.
    mutating func put(_ number: Int) {
        put(UInt64(bitPattern: Int64(number)))
    }

    mutating func put(_ text: String) {
        put(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }
}
