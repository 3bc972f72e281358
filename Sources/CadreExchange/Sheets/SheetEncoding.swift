/// The encoding of a sheet's text, and the line with which some spreadsheets name the delimiter.
enum SheetEncoding {
    private static let mend = "save it as CSV in UTF-8 (in a spreadsheet: Save as, \"CSV UTF-8\")"

    /// Returns the text without byte order mark and `sep=` line.
    /// - Throws: An error if the file is not UTF-8, with the byte, its line, and a way to save the sheet as UTF-8.
    static func text(of file: [UInt8]) throws(SheetFault) -> (bytes: ArraySlice<UInt8>, delimiter: Delimiter?) {
        guard file.count <= ExchangeLimits.sheetBytesMax else {
            throw SheetFault(line: nil, "the sheet exceeds \(ExchangeLimits.sheetBytesMax >> 20) MiB; split it")
        }
        if file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF]) {
            throw SheetFault(line: nil, "the file is UTF-16; \(mend)")
        }
        if file.starts(with: [0x50, 0x4B, 0x03, 0x04]) || file.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw SheetFault(line: nil, "the file is a workbook (.xlsx, .ods, .xls), not CSV; \(mend)")
        }
        try checkUTF8(file)
        let bytes = file.starts(with: [0xEF, 0xBB, 0xBF]) ? file.dropFirst(3) : file[...]
        return announcement(bytes)
    }

    private static func checkUTF8(_ file: [UInt8]) throws(SheetFault) {
        let offset: Int
        do {
            _ = try UTF8Span(validating: file.span)
            return
        } catch {
            offset = error.byteOffsets.lowerBound
        }
        let line = 1 + file[..<offset].count { $0 == UInt8(ascii: "\n") }
        let byte = String(file[offset], radix: 16, uppercase: true)
        throw SheetFault(
            line: line,
            "byte \(offset + 1) of the file (\(byte) in hexadecimal) is not UTF-8; the file seems to be Windows-1252 "
                + "or another old encoding; \(mend)")
    }

    /// Removes `sep=;` in the first line. The line still counts as an empty row.
    private static func announcement(_ bytes: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Delimiter?) {
        let prefix = Array("sep=".utf8)
        let at = bytes.startIndex + prefix.count
        guard bytes.starts(with: prefix), at < bytes.endIndex,
            let delimiter = Delimiter.allCases.first(where: { $0.byte == bytes[at] }),
            at + 1 == bytes.endIndex || bytes[at + 1] == 0x0D || bytes[at + 1] == 0x0A
        else { return (bytes, nil) }
        return (bytes[(at + 1)...], delimiter)
    }
}
