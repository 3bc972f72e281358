/// The bounds and sizes of the journal, each with unit and reason.
enum JournalLimits {
    /// The size of SQLite's pages, in bytes. Of 4, 8 and 16 KiB, it is the fastest in measurements with ids in order
    /// and at random. A batch of random ids modifies nearly as many index pages whatever their size, and larger pages
    /// are split less often.
    static let pageBytes = 8_192
    /// The size of a writer's page cache, in KiB: the upper levels of the indexes of some ten million events.
    static let writerCacheKiB = 32_768
    /// The size of a reader's page cache, in KiB. Small, because a reader scans forward and does not return to a page.
    static let readerCacheKiB = 4_096
    /// The number of pages in the write-ahead log that triggers a checkpoint: 32 MiB. A larger number saves more
    /// repeated writes of pages that many batches modified; a smaller number shortens the start after a crash.
    static let walPages = 4_096
    /// The number of seconds to wait for another program (an operator's `sqlite3`) that holds a lock on the database.
    static let busySeconds = 5.0

    /// The bounds of stored rejections: the newest 100,000 and at most 256 MiB, each up to 64 KiB. Source: CONTRACT §
    /// 2.
    static let rejections = RejectionBounds(rowsMax: 100_000, bytesMax: 256 << 20, bytesOfOneMax: 64 << 10)

    /// The maximum number of bytes of events in a page. Source: CONTRACT § 6, `journal.read`.
    static let pageEventBytesMax = 1 << 20
    /// The maximum number of rows examined per page: a rare source in a long journal must not occupy the reader for
    /// seconds.
    static let pageRowsExaminedMax = 50_000
    /// The maximum number of requested sequence numbers that are looked up in the index; more are found by a scan.
    static let rangeLookupMax: UInt64 = 10_000
    /// The number of rows in a batch of a replay: some megabytes, compared to which a hop between actors is negligible.
    static let replayRows = 4_096
    /// The number of rows that verification reads in one transaction. A longer transaction would prevent the reset of
    /// the write-ahead log.
    static let verifyRows = 4_096

    /// The maximum number of bytes of a snapshot file. A larger file is not a valid snapshot.
    static let snapshotBytesMax = 4 << 30
}
