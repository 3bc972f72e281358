/// Writes a snapshot's payload: whole numbers in groups of seven bits, and texts after their length in bytes.
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

    /// Writes a number. A negative one takes ten bytes.
    mutating func put(_ number: Int) {
        put(UInt64(bitPattern: Int64(number)))
    }

    mutating func put(_ text: String) {
        put(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }
}
