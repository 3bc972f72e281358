/// A sheet that was read: a row of column names, and rows of cells.
struct Sheet: Equatable, Sendable {
    struct Row: Equatable, Sendable {
        /// The line of the file, from 1, at which the row begins: a cell may contain line breaks.
        var line: Int
        /// The cells as written: a row may be shorter or longer than the header.
        var cells: [String]

        /// Returns the cell of a column; "" beyond the end, since spreadsheets omit empty cells there.
        func cell(_ column: Int) -> String { column < cells.count ? cells[column] : "" }
    }

    /// The row of names, or `nil` if the sheet has no row at all.
    var header: Row?
    /// The rows after the header, without empty rows.
    var rows: [Row]
}

/// The separator of a row's cells.
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

/// The reason why a file cannot be read as a sheet, or not with this mapping; none of its rows is used.
public struct SheetFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// The line, from 1, or `nil` if the fault concerns the whole file.
    public let line: Int?
    /// The fault and its remedy.
    public let detail: String

    init(line: Int?, _ detail: String) {
        self.line = line
        self.detail = detail
    }

    /// `FILE:LINE: detail`.
    public func text(_ file: String) -> String { line.map { "\(file):\($0): \(detail)" } ?? "\(file): \(detail)" }

    public var description: String { line.map { "line \($0): \(detail)" } ?? detail }
}
