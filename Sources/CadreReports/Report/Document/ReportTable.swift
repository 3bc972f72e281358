/// A table of the report; the first cell of a row is its subject.
struct ReportTable: Equatable, Sendable {
    struct Cell: Equatable, Sendable, ExpressibleByStringLiteral {
        var text: String
        /// The small text below, such as an id or a note.
        var detail: String?
        var spark: Spark?
        /// Whether the figure requires an action.
        var isTrouble: Bool

        init(_ text: String, detail: String? = nil, isTrouble: Bool = false) {
            self.text = text
            self.detail = detail?.isEmpty == true ? nil : detail
            self.isTrouble = isTrouble
        }

        init(stringLiteral text: String) { self.init(text) }

        init(_ spark: Spark) {
            self.init("")
            self.spark = spark
        }
    }

    var caption: String
    var columns: [Table.Column]
    private(set) var rows: [[Cell]] = []
    /// The number of rows added, of which `rows` may have only the first.
    private(set) var rowsInAll = 0
    private let rowsMax: Int

    init(_ caption: String, _ columns: [Table.Column], rowsMax: Int = ReportLimits.tableRowsMax) {
        self.caption = caption
        self.columns = columns
        self.rowsMax = rowsMax
    }

    /// Adds a row. Rows beyond the limit are counted, but not kept.
    mutating func add(_ cells: [Cell]) {
        precondition(cells.count == columns.count, "\(caption): \(cells.count) cells for \(columns.count) columns")
        rowsInAll += 1
        if rows.count < rowsMax { rows.append(cells) }
    }

    /// A sentence about omitted rows, or `nil` if there are no such rows.
    var cut: String? {
        guard rowsInAll > rows.count else { return nil }
        return "The first \(Quantity.number(rows.count)) of \(Quantity.number(rowsInAll)) rows; "
            + "every figure is in the CSV files that --csv writes."
    }
}
