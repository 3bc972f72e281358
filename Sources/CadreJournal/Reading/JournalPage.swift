/// A page of entries, the result of a query.
public struct JournalPage: Sendable {
    /// The entries in the order of the journal. May be empty although there is a next page, because the number of rows
    /// examined per page is bounded.
    public var entries: [JournalEntry]
    /// The value of `after` for the next page, or `nil` if this page is the last.
    public var next: Int?
    /// The journal's newest sequence when the page was read, or 0 if the journal was empty.
    public var newest: Int
}
