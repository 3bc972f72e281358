/// What is wrong with a row, or odd about a sheet, and what would do.
public struct SheetProblem: Equatable, Sendable {
    public let file: String
    /// Of the file, from 1.
    public let line: Int
    /// As the sheet names it; `nil` where there is none.
    public var column: String?
    /// The member of the document, as a path; "" where it is about none.
    public var member = ""
    public var expected: String
    public var found: String
    /// How many rows have it: what a whole column lacks is told once.
    public internal(set) var rows = 1

    /// `FILE:LINE: column "X" (member): expected …, found …`.
    public var text: String {
        let place = [column.map { "column \(CellText.shown($0))" }, member.isEmpty ? nil : "(\(member))"]
        let about = column == nil && !member.isEmpty ? member : place.compactMap(\.self).joined(separator: " ")
        let parts = ["\(file):\(line)", about, "expected \(expected), found \(found)"].filter { !$0.isEmpty }
        return parts.joined(separator: ": ") + (rows > 1 ? " (in \(rows) rows)" : "")
    }
}
