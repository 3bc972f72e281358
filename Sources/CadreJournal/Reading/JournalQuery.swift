/// The conditions for the entries of a page: entries after a sequence that meet every condition.
/// Source: CONTRACT § 6, `journal.read`.
public struct JournalQuery: Equatable, Sendable {
    /// The sequence after which the page begins; 0 for the beginning of the journal.
    public var after: Int
    /// The maximum number of entries, at least 1.
    public var limit: Int
    /// The mission, or `nil` for any.
    public var mission: String?
    /// The source, or `nil` for any.
    public var source: String?
    /// The source's epoch, "" for events that name none, or `nil` for any.
    public var epoch: String?
    /// The ranges of the source's sequence numbers, or `nil` for any. An event without a number is in no range.
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
