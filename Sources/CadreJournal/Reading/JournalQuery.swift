/// Which entries a page of reading holds: those after a sequence that meet every condition given.
/// Source: CONTRACT § 6, `journal.read`.
public struct JournalQuery: Equatable, Sendable {
    /// Entries with a greater sequence; 0 begins at the beginning.
    public var after: Int
    /// At most so many, from 1 on.
    public var limit: Int
    public var mission: String?
    public var source: String?
    /// What the source counts within; "" is the epoch of events that name none, `nil` any.
    public var epoch: String?
    /// Ranges of the source's own count; an event that has none is in no range. `nil`: whatever the count.
    public var sequences: [ClosedRange<UInt64>]?

    public init(
        after: Int = 0, limit: Int = 100, mission: String? = nil, source: String? = nil, epoch: String? = nil,
        sequences: [ClosedRange<UInt64>]? = nil
    ) {
        self.after = after
        self.limit = limit
        self.mission = mission
        self.source = source
        self.epoch = epoch
        self.sequences = sequences
    }
}

/// A page of reading.
public struct JournalPage: Sendable {
    /// In the order of the journal. May be empty although there is a next page: a page does not look at rows without end.
    public var entries: [JournalEntry]
    /// What to give as `after` for the next page; `nil` where there is none.
    public var next: Int?
    /// The journal's newest sequence when the page was read; 0 where it is empty.
    public var newest: Int
}
