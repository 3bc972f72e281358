import CadrePlanning

/// An estimate as it was encoded before: rows that are equal are copied from it, byte for byte.
struct EarlierEncoding {
    private let encoded: EncodedEstimate
    /// The next of its pieces.
    private var next = 0

    init(_ encoded: EncodedEstimate) {
        self.encoded = encoded
    }

    /// The bytes of the next piece.
    mutating func take() -> ArraySlice<UInt8>? {
        guard next < encoded.pieces.count else { return nil }
        next += 1
        return encoded.figures[encoded.pieces[next - 1]]
    }

    mutating func skip(_ count: Int) { next += count }
}

extension JSONWriter {
    /// Writes a member of rows; those that are what they were before are copied.
    /// - Parameters:
    ///   - before: The rows that stood at this place in the earlier encoding; `nil`: there is none.
    ///   - earlier: Every call of the same estimate takes its pieces in turn.
    mutating func member<Value: JSONWritable>(
        _ name: String, _ rows: Rows<Value>, before: Rows<Value>?, _ earlier: inout EarlierEncoding?
    ) {
        self.name(name)
        write(rows, before: before, &earlier)
    }

    /// Writes rows, likewise.
    mutating func write<Value: JSONWritable>(
        _ rows: Rows<Value>, before: Rows<Value>?, _ earlier: inout EarlierEncoding?
    ) {
        let known = before?.all ?? []
        let isAligned = known.elementsEqual(rows.all) { $0.name == $1.name }
        if !isAligned { earlier?.skip(known.count) }
        object { writer in
            for (place, row) in rows.all.enumerated() {
                let bytes = isAligned ? earlier?.take() : nil
                writer.name(row.name)
                writer.piece(copied: isAligned && known[place].value == row.value ? bytes : nil, row.value)
            }
        }
    }
}
