/// Names or words, prepared so that a text is compared with one of them without creating a `String`.
///
/// Each name has a separate slot in a small table. The slot of a text is computed from its first eight bytes and its
/// length, and only the name in that slot can be equal to it.
public struct JSONNames: Sendable {
    private struct Name: Sendable {
        /// The first eight bytes and the length, mixed.
        let key: UInt64
        let length: Int
        let bytes: [UInt8]
    }

    private let names: [Name]
    /// The index of each slot's name, or 255 for an empty slot. Empty if no table was found, because two names have the
    /// same first eight bytes and length: then all names are compared.
    private let slots: [UInt8]
    private let multiplier: UInt64
    private let shift: UInt64

    /// Prepares names.
    /// - Parameter names: At most 64 names without duplicates.
    public init(_ names: [String]) {
        precondition(names.count <= 64, "too many names")
        self.names = names.map { name in
            let bytes = Array(name.utf8)
            return Name(key: Self.key(bytes.span, 0, bytes.count), length: bytes.count, bytes: bytes)
        }
        var multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
        for bits in UInt64(4)...8 {
            for _ in 0..<1_000 {
                multiplier = multiplier &* 0xD134_2543_DE82_EF95 | 1
                guard let slots = Self.slots(self.names, 1 << bits, multiplier, 64 - bits) else { continue }
                self.slots = slots
                self.multiplier = multiplier
                shift = 64 - bits
                return
            }
        }
        slots = []
        self.multiplier = 0
        shift = 0
    }

    /// Returns the slots if no two names share one.
    private static func slots(_ names: [Name], _ count: Int, _ multiplier: UInt64, _ shift: UInt64) -> [UInt8]? {
        var slots = [UInt8](repeating: .max, count: count)
        for (index, name) in names.enumerated() {
            let slot = Int((name.key &* multiplier) >> shift)
            guard slots[slot] == .max else { return nil }
            slots[slot] = UInt8(index)
        }
        return slots
    }

    /// Returns the index of the name that equals a part of a text, or `nil` if none does.
    @inline(__always)
    func index(of text: Span<UInt8>, _ start: Int, _ length: Int) -> Int? {
        let key = Self.key(text, start, length)
        guard !slots.isEmpty else { return names.indices.first { isName($0, key, text, start, length) } }
        let index = Int(slots[Int((key &* multiplier) >> shift)])
        return index < names.count && isName(index, key, text, start, length) ? index : nil
    }

    @inline(__always)
    private func isName(_ index: Int, _ key: UInt64, _ text: Span<UInt8>, _ start: Int, _ length: Int) -> Bool {
        let names = names.span
        guard names[index].key == key, names[index].length == length else { return false }
        guard length > 8 else { return true }
        let bytes = names[index].bytes.span
        for offset in 8..<length where bytes[offset] != text[start + offset] { return false }
        return true
    }

    func index(of bytes: [UInt8]) -> Int? { index(of: bytes.span, 0, bytes.count) }

    /// Returns the first eight bytes of a text, padded with zeros, mixed with its length. Two names with the same key
    /// and length can differ only after the eighth byte.
    @inline(__always)
    private static func key(_ text: Span<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
        var word: UInt64 = 0
        if start + 8 <= text.count {
            word = UInt64(littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
            if length < 8 { word &= 1 << UInt64(8 * length) - 1 }
        } else {
            for index in (0..<min(length, 8)).reversed() { word = word << 8 | UInt64(text[start + index]) }
        }
        return word ^ UInt64(truncatingIfNeeded: length) &* 0xA24B_AED4_963E_E407
    }
}
