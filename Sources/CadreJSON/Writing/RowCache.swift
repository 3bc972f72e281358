/// The rows of the last encoding of one estimate, and the position of their bytes in its figures.
///
/// A row whose value equals the last one is copied when the estimate is encoded again. No byte depends on the cache.
/// The values share their storage with the estimate and the bytes with the encoded estimate: the cache adds only one
/// range per row, or per group of rows that belong together.
package struct RowCache: Sendable {
    /// Consecutive rows that are copied or written as a whole.
    package struct Chunk: Sendable {
        /// The positions of the rows in the table.
        var rows: Range<UInt32>
        /// The position of the bytes, counted from the table's first.
        var bytes: Range<UInt32>
    }

    /// The rows under one path, such as `byLine` or `commodities/water`.
    package struct Table: Sendable {
        /// The rows, an array of the type that the path always has.
        let rows: any Sendable
        let chunks: [Chunk]
        /// The bytes of all rows in the figures, without brackets.
        var bytes: Range<Int>
    }

    /// The figures of the last encoding.
    package let figures: [UInt8]
    package let tables: [String: Table]

    package init(figures: [UInt8], tables: [String: Table]) {
        self.figures = figures
        self.tables = tables
    }
}

/// The rows of the encoding that is being written, and the cache from which equal ones are copied.
package struct RowRecording: Sendable {
    package let last: RowCache
    package fileprivate(set) var tables: [String: RowCache.Table] = [:]
    /// The number of rows that were copied, and of those that were written.
    package fileprivate(set) var copied = 0
    package fileprivate(set) var written = 0

    package init(last: RowCache) {
        self.last = last
    }
}

extension JSONWriter {
    /// Writes rows between brackets that are open.
    /// - Parameters:
    ///   - path: The path of the rows within the figures, such as `byLine` or `commodities/water`.
    ///   - key: The name of what a row belongs to. Neighbours of one key are copied or written as a whole.
    package mutating func write<Row: Equatable & Sendable>(
        _ rows: [Row], at path: String, key: (Row) -> String, _ write: (inout JSONWriter, Row) -> Void
    ) {
        guard let last = recording?.last else {
            for row in rows { write(&self, row) }
            return
        }
        guard !rows.isEmpty else { return }
        let table = last.tables[path]
        let begin = bytes.count
        var known = KnownRows(table, rows: table?.rows as? [Row])
        if var table, known.rows.sharesStorage(with: rows) {
            raw(last.figures[table.bytes])
            table.bytes = begin..<bytes.count
            recording?.tables[path] = table
            recording?.copied += rows.count
            return
        }
        var chunks: [RowCache.Chunk] = []
        chunks.reserveCapacity(known.chunks.count)
        var copied = 0
        var first = 0
        while first < rows.count {
            let name = key(rows[first])
            var end = first + 1
            while end < rows.count, key(rows[end]) == name { end += 1 }
            let chunkBegin = bytes.count + (first == 0 ? 0 : 1)  // a comma comes before every row but the first
            if let bytes = known.bytes(of: rows[first..<end], named: name, key) {
                raw(last.figures[bytes])
                copied += end - first
            } else {
                for row in rows[first..<end] { write(&self, row) }
            }
            chunks.append(
                RowCache.Chunk(
                    rows: UInt32(first)..<UInt32(end),
                    bytes: UInt32(chunkBegin - begin)..<UInt32(bytes.count - begin)))
            first = end
        }
        recording?.tables[path] = RowCache.Table(rows: rows, chunks: chunks, bytes: begin..<bytes.count)
        recording?.copied += copied
        recording?.written += rows.count - copied
    }
}

/// The rows of one table of the last encoding, searched in the order in which they were written.
private struct KnownRows<Row: Equatable> {
    let rows: [Row]
    let chunks: [RowCache.Chunk]
    private let begin: Int
    /// The chunk that comes next if no row was added or removed.
    private var next = 0
    /// The chunks by their name; made when the order differs for the first time.
    private var byName: [String: Int]?

    init(_ table: RowCache.Table?, rows: [Row]?) {
        self.rows = rows ?? []
        chunks = rows == nil ? [] : table?.chunks ?? []
        begin = table?.bytes.lowerBound ?? 0
    }

    /// Returns the bytes of a chunk in the last figures, or `nil` if it was not there or had other values.
    mutating func bytes(of new: ArraySlice<Row>, named name: String, _ key: (Row) -> String) -> Range<Int>? {
        guard let index = find(name, key) else { return nil }
        next = index + 1
        let chunk = chunks[index]
        guard rows[Int(chunk.rows.lowerBound)..<Int(chunk.rows.upperBound)] == new else { return nil }
        return begin + Int(chunk.bytes.lowerBound)..<begin + Int(chunk.bytes.upperBound)
    }

    private mutating func find(_ name: String, _ key: (Row) -> String) -> Int? {
        if next < chunks.count, key(rows[Int(chunks[next].rows.lowerBound)]) == name { return next }
        let names =
            byName
            ?? Dictionary(
                chunks.enumerated().map { (key(rows[Int($0.element.rows.lowerBound)]), $0.offset) },
                uniquingKeysWith: { first, _ in first })
        byName = names
        return names[name]
    }
}

extension Array {
    /// Returns whether two arrays are one value in one place, so that their elements need not be compared.
    fileprivate func sharesStorage(with other: [Element]) -> Bool {
        withUnsafeBufferPointer { mine in
            other.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress && mine.count == $0.count }
        }
    }
}
