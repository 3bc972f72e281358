/// Rows and columns, ready to be shown to a person or a spreadsheet.
public struct Table: Equatable, Sendable {
    public struct Column: Equatable, Sendable {
        public enum Alignment: Equatable, Sendable { case left, right }

        public var title: String
        public var alignment: Alignment

        public init(_ title: String, _ alignment: Alignment = .left) {
            self.title = title
            self.alignment = alignment
        }
    }

    /// The title above the table; the file name of a CSV.
    public var title: String
    public var columns: [Column]
    /// Each as long as `columns`.
    public private(set) var rows: [[String]] = []

    public init(_ title: String, _ columns: [Column]) {
        self.title = title
        self.columns = columns
    }

    /// Adds a row. Missing cells are empty, cells beyond the columns are dropped.
    public mutating func add(_ cells: [String]) {
        rows.append(columns.indices.map { $0 < cells.count ? cells[$0] : "" })
    }
}
