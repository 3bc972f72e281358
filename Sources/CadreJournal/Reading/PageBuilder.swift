import GRDB

/// A page under construction, filled row by row.
struct PageBuilder {
    private(set) var page: JournalPage
    private let query: JournalQuery
    private let limit: Int
    private var eventBytes = 0
    private var rowsExamined = 0
    private var lastExamined: Int

    init(_ query: JournalQuery, newest: Int) {
        self.query = query
        limit = max(1, query.limit)
        lastExamined = query.after
        page = JournalPage(entries: [], next: nil, newest: newest)
    }

    /// Appends the statement's current row if it meets the query.
    /// - Returns: `false` if the page is full, so that the row belongs to the next page.
    mutating func append(_ row: Statement) -> Bool {
        guard rowsExamined < JournalLimits.pageRowsExaminedMax else { return end() }
        if meets(row) {
            let bytes = row.bytes(EntryColumns.bytes).count
            guard page.entries.count < limit,
                page.entries.isEmpty || eventBytes + bytes <= JournalLimits.pageEventBytesMax
            else { return end() }
            page.entries.append(EntryColumns.entry(row))
            eventBytes += bytes
        }
        rowsExamined += 1
        lastExamined = Int(row.integer(EntryColumns.sequence))
        return true
    }

    private mutating func end() -> Bool {
        page.next = lastExamined
        return false
    }

    private func meets(_ row: Statement) -> Bool {
        func equal(_ column: Int32, _ text: String?) -> Bool {
            guard let text else { return true }
            return row.bytes(column).elementsEqual(text.utf8)
        }
        guard equal(EntryColumns.mission, query.mission), equal(EntryColumns.source, query.source),
            equal(EntryColumns.epoch, query.epoch)
        else { return false }
        guard let ranges = query.sequences else { return true }
        guard !row.isNull(EntryColumns.sourceSequence) else { return false }
        let number = UInt64(bitPattern: row.integer(EntryColumns.sourceSequence))
        return ranges.contains { $0.contains(number) }
    }
}
