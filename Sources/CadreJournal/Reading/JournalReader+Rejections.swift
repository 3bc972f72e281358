import GRDB

extension JournalReader {
    /// Returns stored rejections, the newest first.
    /// - Parameters:
    ///   - before: The number below which to begin, or `nil` for the newest.
    ///   - reason: The reason, or `nil` for all.
    ///   - limit: The maximum number of rejections.
    public func rejections(
        before: Int? = nil, reason: String? = nil, limit: Int
    ) throws(JournalError) -> [StoredRejection] {
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
            var rejections: [StoredRejection] = []
            while try select.step() { rejections.append(RejectionColumns.rejection(select)) }
            return rejections
        }
    }

    /// Returns the numbers of events and rejections.
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
