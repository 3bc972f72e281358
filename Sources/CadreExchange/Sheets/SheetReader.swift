/// Reads CSV (RFC 4180) as spreadsheets write it: UTF-8 with or without a byte order mark; comma, semicolon or tab;
/// CR LF, LF or CR; line breaks and quotes within quoted cells; rows of unequal length; empty rows.
///
/// Blanks are part of their cell. A quote in the middle of an unquoted cell is a character like any other. Nothing
/// traps, whatever the bytes; O(bytes).
struct SheetReader {
    /// `nil`: what the file's `sep=` line says, else the one that stands most often in the row of names.
    var delimiter: Delimiter?
    /// The line of the file that holds the names of the columns, from 1; `nil`: the first that is not empty.
    var headerLine: Int?

    /// - Throws: What is no sheet of UTF-8, a quote that is never closed, what is beyond the limits.
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
                throw SheetFault(line: row.line, "more than \(ExchangeLimits.rowsMax) rows; split the sheet")
            }
            sheet.rows.append(row)
        }
        return sheet
    }

    /// By the row of names: the one that parts it into most cells. Where none reads it, comma, which then says why.
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

/// Takes the rows of a sheet apart, one after the other.
private struct RowScanner {
    private let bytes: ArraySlice<UInt8>
    private let delimiter: UInt8
    private var at: Int
    /// Of the byte at `at`, from 1.
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
                throw SheetFault(line: row.line, "more than \(ExchangeLimits.columnsMax) columns; is it a sheet?")
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
                throw SheetFault(line: opened, "a cell in quotes that begins here is never closed; close it by \"")
            }
            if bytes[at] == Self.quote {
                content += bytes[start..<at]
                at += 1
                guard at < bytes.endIndex, bytes[at] == Self.quote else { break }
                start = at  // of two quotes the second is content
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
                line: line, "something follows a cell's closing quote; within a cell in quotes write a quote twice")
        }
        return String(decoding: content, as: UTF8.self)
    }

    private func check(_ count: Int, _ line: Int) throws(SheetFault) {
        guard count <= ExchangeLimits.cellBytesMax else {
            throw SheetFault(
                line: line,
                "a cell of more than \(ExchangeLimits.cellBytesMax) bytes begins here; is a quote not closed?")
        }
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == Self.lineFeed || byte == Self.carriageReturn }

    /// LF, CR LF or CR.
    private mutating func takeLineEnd() {
        guard at < bytes.endIndex else { return }
        let isReturn = bytes[at] == Self.carriageReturn
        at += 1
        if isReturn, at < bytes.endIndex, bytes[at] == Self.lineFeed { at += 1 }
        line += 1
    }
}
