/// Every bound and size of the journal, with unit and reason.
enum Limits {
    /// SQLite's page. Measured with 4, 8 and 16 KiB: the fastest with ids in order and at random, for a batch of random
    /// ids touches nearly as many pages of their index whatever their size, and a row needs the fewer page splits.
    static let pageBytes = 8_192
    /// What a writer may keep of the database in memory: the upper levels of the indexes of some ten million events.
    static let writerCacheKiB = 32_768
    /// What a reader may: it goes forward and does not come back.
    static let readerCacheKiB = 4_096
    /// Pages in the write-ahead log before they are carried into the database: 32 MiB. The more of them, the more often
    /// a page that many batches touched is carried once; the fewer, the sooner a start after a crash is done.
    static let walPages = 4_096
    /// Seconds to wait for a foreign process (an operator's `sqlite3`) that holds the database.
    static let busySeconds = 5.0

    /// What is kept of rejections: the newest 100,000, or 256 MiB of them, each up to 64 KiB. Source: CONTRACT § 2.
    static let rejections = RejectionBounds(rowsMax: 100_000, bytesMax: 256 << 20, bytesOfOneMax: 64 << 10)

    /// Bytes of events in a page of reading. Source: CONTRACT § 6, `journal.read`.
    static let pageEventBytesMax = 1 << 20
    /// Rows that one page of reading looks at: a rare source in a long journal must not hold the reader for seconds.
    static let pageRowsExaminedMax = 50_000
    /// Numbers in asked-for ranges up to which they are looked up one by one in the index instead of walking.
    static let rangeLookupMax: UInt64 = 10_000
    /// Rows in a batch of a replay: some megabytes, and a hop between actors is nothing beside it.
    static let replayRows = 4_096
    /// Rows that verification reads in one transaction; a longer one would keep the write-ahead log from being reset.
    static let verifyRows = 4_096

    /// Bytes of a snapshot's payload: more is a mistake, or not a snapshot.
    static let snapshotBytesMax = 4 << 30
}

/// How many rejections are kept: the newest, within all of these.
struct RejectionBounds: Sendable {
    var rowsMax: Int
    /// Bytes of all that are kept together.
    var bytesMax: Int
    /// Bytes of one, from its beginning.
    var bytesOfOneMax: Int
}
