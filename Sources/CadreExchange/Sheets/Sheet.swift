/// A sheet as it was read: a row of column names, and rows of cells.
struct Sheet: Equatable, Sendable {
    struct Row: Equatable, Sendable {
        /// Of the file, from 1, where the row begins: a cell may hold line breaks.
        var line: Int
        /// As many as were written: rows may be shorter or longer than the header.
        var cells: [String]

        /// The cell of a column; "" beyond the end, as spreadsheets leave out what is empty there.
        func cell(_ column: Int) -> String { column < cells.count ? cells[column] : "" }
    }

    /// The row of names; `nil` where the sheet has no row at all.
    var header: Row?
    /// What follows it, without empty rows.
    var rows: [Row]
}

/// What parts the cells of a row.
public enum Delimiter: String, Sendable, CaseIterable {
    case comma, semicolon, tab

    var byte: UInt8 {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .semicolon: UInt8(ascii: ";")
        case .tab: UInt8(ascii: "\t")
        }
    }
}

/// Why a file cannot be read as a sheet, or not against this mapping: nothing of it is.
public struct SheetFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// From 1; `nil` where it is about the whole file.
    public let line: Int?
    /// What is wrong and what to mend.
    public let detail: String

    init(line: Int?, _ detail: String) {
        self.line = line
        self.detail = detail
    }

    /// `FILE:LINE: detail`.
    public func text(_ file: String) -> String { line.map { "\(file):\($0): \(detail)" } ?? "\(file): \(detail)" }

    public var description: String { line.map { "line \($0): \(detail)" } ?? detail }
}
