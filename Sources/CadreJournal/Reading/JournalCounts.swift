/// The numbers of events and rejections of a journal.
public struct JournalCounts: Equatable, Sendable {
    /// The number of events.
    public var events: Int
    /// The number of rejections per reason since the journal was created.
    public var rejectionsByReason: [String: Int]
    /// The number of rejections that are still stored.
    public var rejectionsKept: Int
    /// The number of payload bytes of the stored rejections.
    public var rejectionBytesKept: Int
}
