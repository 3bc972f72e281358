/// Writes CSV (RFC 4180): rows end with CR LF, cells are in quotes only if necessary.
struct SheetWriter {
    private(set) var bytes: [UInt8]
    private let delimiter: UInt8

    /// Creates a writer.
    /// - Parameter hasByteOrderMark: Whether the file begins with a byte order mark, without which some spreadsheets
    ///   assume another encoding.
    init(delimiter: Delimiter, hasByteOrderMark: Bool) {
        self.delimiter = delimiter.byte
        bytes = hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    }

    mutating func add(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(delimiter) }
            append(cell)
        }
        bytes += [0x0D, 0x0A]
    }

    private mutating func append(_ cell: String) {
        let quote = UInt8(ascii: "\"")
        let mustQuote = cell.utf8.contains { $0 == delimiter || $0 == quote || $0 == 0x0D || $0 == 0x0A }
        guard mustQuote else {
            bytes += cell.utf8
            return
        }
        bytes.append(quote)
        for byte in cell.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }
}
