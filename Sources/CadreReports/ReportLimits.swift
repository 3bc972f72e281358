/// Bounds of the report: it is mailed round and printed.
enum ReportLimits {
    /// Rows of a table: some fifteen pages of A4.
    static let tableRowsMax = 500
    /// Bars, strips: what a page of A4 holds beside its heading.
    static let barsMax = 16
    static let stripsMax = 24
    /// Small charts of one kind: two rows of three.
    static let panelsMax = 6
    /// Layers of a stacked chart that an eye can tell apart; the rest is one more.
    static let stackMax = 6
    /// Signs of a name within a chart; the table has all of it.
    static let labelMax = 36
    /// Signs of a name that stands beside another one in a chart.
    static let shortNameMax = 18
}
