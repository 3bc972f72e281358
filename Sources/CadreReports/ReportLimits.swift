/// The bounds of the report, which is sent by mail and printed.
enum ReportLimits {
    /// The rows of a table: some fifteen pages of A4.
    static let tableRowsMax = 500
    /// The bars and strips of a chart, which fit a page of A4 with its heading.
    static let barsMax = 16
    static let stripsMax = 24
    /// The small charts of one kind: two rows of three.
    static let panelsMax = 6
    /// The layers of a stacked chart that a reader can distinguish; the rest is one more.
    static let stackMax = 6
    /// The characters of a name in a chart; the table has the whole name.
    static let labelMax = 36
    /// The characters of a name next to another name in a chart.
    static let shortNameMax = 18
}
