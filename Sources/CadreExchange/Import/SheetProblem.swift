/// A problem of a row or a warning about a sheet, with the expected content.
public struct SheetProblem: Equatable, Sendable {
    public let file: String
    /// The line of the file, from 1.
    public let line: Int
    /// The name of the column in the sheet, or `nil` if there is no column.
    public var column: String?
    /// The member of the document, as a path; "" if the problem concerns none.
    public var member = ""
    public var expected: String
    public var found: String
    /// The number of rows with this problem: one that concerns a whole column is reported once.
    public internal(set) var rows = 1

    /// `FILE:LINE: column "X" (member): expected …, found …`.
    public var text: String {
        let place = [column.map { "column \(CellText.shown($0))" }, member.isEmpty ? nil : "(\(member))"]
        let about = column == nil && !member.isEmpty ? member : place.compactMap(\.self).joined(separator: " ")
        let parts = ["\(file):\(line)", about, "expected \(expected), found \(found)"].filter { !$0.isEmpty }
        return parts.joined(separator: ": ") + (rows > 1 ? " (in \(rows) rows)" : "")
    }
}
