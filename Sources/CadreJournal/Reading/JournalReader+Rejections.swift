import GRDB

/// How many events and rejections a journal has.
public struct JournalCounts: Equatable, Sendable {
    public var events: Int
    /// Rejections by reason, counted for ever.
    public var rejectionsByReason: [String: Int]
    /// Rejections that are still kept, and the bytes kept of them.
    public var rejectionsKept: Int
    public var rejectionBytesKept: Int
}

extension JournalReader {
    /// The newest rejections first.
    /// - Parameters:
    ///   - before: Those with a smaller number; `nil` begins with the newest.
    ///   - reason: Of one reason alone.
    ///   - limit: At most so many.
    public func rejections(
        before: Int? = nil, reason: String? = nil, limit: Int
    ) throws(JournalError) -> [KeptRejection] {
        try read { db in
            let condition = reason == nil ? "" : "AND reason = ?3"
            let select = try db.cachedStatement(
                sql: """
                    SELECT \(RejectionColumns.list) FROM rejections WHERE number < ?1 \(condition)
                    ORDER BY number DESC LIMIT ?2
                    """)
            defer { select.rewind() }
            select.bind(Int64(before ?? .max), at: 1)
            select.bind(Int64(limit), at: 2)
            if let reason { select.bind(reason, at: 3) }
            var rejections: [KeptRejection] = []
            while try select.step() { rejections.append(RejectionColumns.rejection(select)) }
            return rejections
        }
    }

    /// Events and rejections, counted.
    public func counts() throws(JournalError) -> JournalCounts {
        try read { db in
            let kept = try db.cachedStatement(sql: "SELECT row_count, byte_count FROM rejections_kept")
            let reasons = try db.cachedStatement(sql: "SELECT reason, count FROM rejection_counts")
            defer {
                kept.rewind()
                reasons.rewind()
            }
            var counts = JournalCounts(
                events: try Self.newest(db), rejectionsByReason: [:], rejectionsKept: 0, rejectionBytesKept: 0)
            if try kept.step() {
                counts.rejectionsKept = Int(kept.integer(0))
                counts.rejectionBytesKept = Int(kept.integer(1))
            }
            while try reasons.step() { counts.rejectionsByReason[reasons.text(0)] = Int(reasons.integer(1)) }
            return counts
        }
    }
}
