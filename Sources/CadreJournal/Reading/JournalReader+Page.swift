import GRDB

extension JournalReader {
    /// A page of entries. Ends early at 1 MiB of events, but holds at least one where there is one that it came to.
    /// Source: CONTRACT § 6, `journal.read`.
    public func page(_ query: JournalQuery) throws(JournalError) -> JournalPage {
        try read { db in
            let newest = try Self.newest(db)
            var page = PageInProgress(query, newest: newest)
            if let sequences = try Self.lookUp(query, db) {
                try Self.fill(&page, with: sequences, db)
            } else {
                try Self.walk(query, into: &page, db)
            }
            return page.page
        }
    }

    /// The sequences that meet the query, in order, where it asks for few numbers of one source and epoch, which is how
    /// what was lost is asked for; `nil` where it is better to walk.
    private static func lookUp(_ query: JournalQuery, _ db: Database) throws -> [Int]? {
        guard let source = query.source, let epoch = query.epoch, let ranges = query.sequences else { return nil }
        var numbers: UInt64 = 0
        for range in ranges {
            let width = range.upperBound - range.lowerBound
            guard width < Limits.rangeLookupMax - numbers else { return nil }
            numbers += width + 1
        }
        let select = try db.cachedStatement(
            sql: """
                SELECT sequence FROM events WHERE source = ?1 AND epoch = ?2
                AND source_sequence BETWEEN ?3 AND ?4 AND sequence > ?5
                """)
        var found: Set<Int> = []
        for range in ranges {
            for half in range.storedHalves {
                defer { select.rewind() }
                select.bind(source, at: 1)
                select.bind(epoch, at: 2)
                select.bind(half.lowerBound, at: 3)
                select.bind(half.upperBound, at: 4)
                select.bind(Int64(query.after), at: 5)
                while try select.step() { found.insert(Int(select.integer(0))) }
            }
        }
        return found.sorted()
    }

    private static func fill(_ page: inout PageInProgress, with sequences: [Int], _ db: Database) throws {
        let select = try db.cachedStatement(sql: "SELECT \(EntryColumns.list) FROM events WHERE sequence = ?")
        for sequence in sequences {
            defer { select.rewind() }
            select.bind(Int64(sequence), at: 1)
            guard try select.step() else { continue }
            guard page.takes(select) else { return }
        }
    }

    private static func walk(_ query: JournalQuery, into page: inout PageInProgress, _ db: Database) throws {
        let condition = query.mission == nil ? "" : "AND mission = ?2"
        let select = try db.cachedStatement(
            sql: "SELECT \(EntryColumns.list) FROM events WHERE sequence > ?1 \(condition) ORDER BY sequence")
        defer { select.rewind() }
        select.bind(Int64(query.after), at: 1)
        if let mission = query.mission { select.bind(mission, at: 2) }
        while try select.step() {
            guard page.takes(select) else { return }
        }
    }
}

/// A page while it is filled, row by row.
private struct PageInProgress {
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

    /// Takes the statement's row if it meets the query.
    /// - Returns: `false` where the page is full: the row is the next page's.
    mutating func takes(_ row: Statement) -> Bool {
        guard rowsExamined < Limits.pageRowsExaminedMax else { return end() }
        if meets(row) {
            let bytes = row.bytes(EntryColumns.bytes).count
            guard page.entries.count < limit,
                page.entries.isEmpty || eventBytes + bytes <= Limits.pageEventBytesMax
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

extension ClosedRange<UInt64> {
    /// The range as it is stored, where the upper half of the unsigned numbers is negative: one range or two.
    fileprivate var storedHalves: [ClosedRange<Int64>] {
        let middle = UInt64(Int64.max)
        let low = lowerBound <= middle ? [Int64(lowerBound)...Int64(Swift.min(upperBound, middle))] : []
        let high =
            upperBound > middle
            ? [Int64(bitPattern: Swift.max(lowerBound, middle + 1))...Int64(bitPattern: upperBound)] : []
        return low + high
    }
}
