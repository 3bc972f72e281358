/// Reads CSV (RFC 4180) as spreadsheets write it.
///
/// UTF-8 with or without a byte order mark; comma, semicolon or tab; CR LF, LF or CR. Line breaks and quotes within
/// quoted cells, rows of unequal length and empty rows are accepted. Blanks are part of their cell. A quote in the
/// middle of an unquoted cell is an ordinary character. No input traps; O(bytes).
struct SheetReader {
    /// The delimiter. With `nil` it is that of the file's `sep=` line, else the one that occurs most often in the row
    /// of names.
    var delimiter: Delimiter?
    /// The line of the file with the names of the columns, from 1. With `nil` it is the first line that is not empty.
    var headerLine: Int?

    /// Reads a file.
    /// - Throws: An error if the file is not UTF-8, a quote is never closed, or a limit is exceeded.
    func read(_ file: [UInt8]) throws(SheetFault) -> Sheet {
        let (bytes, announced) = try SheetEncoding.text(of: file)
        let chosen = delimiter ?? announced ?? guessed(bytes)
        var scan = RowScanner(bytes, delimiter: chosen.byte)
        var sheet = Sheet(rows: [])
        while let row = try scan.next() {
            if let headerLine, row.line < headerLine { continue }
            guard row.cells.contains(where: { !CellText.isBlank($0) }) else { continue }
            guard sheet.header != nil else {
                sheet.header = row
                continue
            }
            guard sheet.rows.count < ExchangeLimits.rowsMax else {
                throw SheetFault(line: row.line, "the sheet exceeds \(ExchangeLimits.rowsMax) rows; split it")
            }
            sheet.rows.append(row)
        }
        return sheet
    }

    /// Returns the delimiter that splits the row of names into most cells, or comma if none can, whose error is then
    /// reported.
    private func guessed(_ bytes: ArraySlice<UInt8>) -> Delimiter {
        var best = (delimiter: Delimiter.comma, cells: 0)
        for delimiter in Delimiter.allCases {
            var scan = RowScanner(bytes, delimiter: delimiter.byte)
            while let row = try? scan.next() {
                if let headerLine, row.line < headerLine { continue }
                guard row.cells.contains(where: { !CellText.isBlank($0) }) else { continue }
                if best.cells < row.cells.count { best = (delimiter, row.cells.count) }
                break
            }
        }
        return best.delimiter
    }
}

/// Splits a sheet into rows, one at a time.
private struct RowScanner {
    private let bytes: ArraySlice<UInt8>
    private let delimiter: UInt8
    private var at: Int
    /// The line of the byte at `at`, from 1.
    private var line = 1

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    init(_ bytes: ArraySlice<UInt8>, delimiter: UInt8) {
        self.bytes = bytes
        self.delimiter = delimiter
        at = bytes.startIndex
    }

    mutating func next() throws(SheetFault) -> Sheet.Row? {
        guard at < bytes.endIndex else { return nil }
        var row = Sheet.Row(line: line, cells: [])
        while true {
            guard row.cells.count < ExchangeLimits.columnsMax else {
                throw SheetFault(line: row.line, "the row exceeds \(ExchangeLimits.columnsMax) columns; check the file")
            }
            row.cells.append(try cell())
            guard at < bytes.endIndex, bytes[at] == delimiter else { break }
            at += 1
        }
        takeLineEnd()
        return row
    }

    private mutating func cell() throws(SheetFault) -> String {
        if at < bytes.endIndex, bytes[at] == Self.quote { return try quotedCell() }
        let start = at
        while at < bytes.endIndex, bytes[at] != delimiter, !isLineEnd(bytes[at]) { at += 1 }
        try check(at - start, line)
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func quotedCell() throws(SheetFault) -> String {
        let opened = line
        var content: [UInt8] = []
        at += 1
        var start = at
        while true {
            guard at < bytes.endIndex else {
                throw SheetFault(line: opened, "the quoted cell that begins here is never closed; close it with \"")
            }
            if bytes[at] == Self.quote {
                content += bytes[start..<at]
                at += 1
                guard at < bytes.endIndex, bytes[at] == Self.quote else { break }
                start = at  // of two quotes, the second is content
                at += 1
            } else if isLineEnd(bytes[at]) {
                takeLineEnd()
            } else {
                at += 1
            }
            try check(content.count + at - start, opened)
        }
        guard at == bytes.endIndex || bytes[at] == delimiter || isLineEnd(bytes[at]) else {
            throw SheetFault(
                line: line, "text follows the closing quote of a cell; write a quote within a quoted cell twice")
        }
        return String(decoding: content, as: UTF8.self)
    }

    private func check(_ count: Int, _ line: Int) throws(SheetFault) {
        guard count <= ExchangeLimits.cellBytesMax else {
            throw SheetFault(
                line: line,
                "the cell that begins here exceeds \(ExchangeLimits.cellBytesMax) bytes; check its quotes")
        }
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == Self.lineFeed || byte == Self.carriageReturn }

    /// Skips LF, CR LF or CR.
    private mutating func takeLineEnd() {
        guard at < bytes.endIndex else { return }
        let isReturn = bytes[at] == Self.carriageReturn
        at += 1
        if isReturn, at < bytes.endIndex, bytes[at] == Self.lineFeed { at += 1 }
        line += 1
    }
}
