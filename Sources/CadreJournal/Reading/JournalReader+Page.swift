import GRDB

extension JournalReader {
    /// Returns a page of entries. Source: CONTRACT § 6, `journal.read`.
    ///
    /// A page ends early at 1 MiB of events, but it contains at least one entry if a matching row was examined.
    public func page(_ query: JournalQuery) throws(JournalError) -> JournalPage {
        try read { db in
            let newest = try Self.newest(db)
            var page = PageBuilder(query, newest: newest)
            if let sequences = try Self.lookUp(query, db) {
                try Self.fill(&page, with: sequences, db)
            } else {
                try Self.scan(query, into: &page, db)
            }
            return page.page
        }
    }

    /// Returns the sequences that meet the query, in order, or `nil` if a scan is better.
    ///
    /// The lookup serves queries for few numbers of one source and epoch, as clients send them to fetch lost events.
    private static func lookUp(_ query: JournalQuery, _ db: Database) throws -> [Int]? {
        guard let source = query.source, let epoch = query.epoch, let ranges = query.sequences else { return nil }
        var numbers: UInt64 = 0
        for range in ranges {
            let width = range.upperBound - range.lowerBound
            guard width < JournalLimits.rangeLookupMax - numbers else { return nil }
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

    private static func fill(_ page: inout PageBuilder, with sequences: [Int], _ db: Database) throws {
        let select = try db.cachedStatement(sql: "SELECT \(EntryColumns.list) FROM events WHERE sequence = ?")
        for sequence in sequences {
            defer { select.rewind() }
            select.bind(Int64(sequence), at: 1)
            guard try select.step() else { continue }
            guard page.append(select) else { return }
        }
    }

    private static func scan(_ query: JournalQuery, into page: inout PageBuilder, _ db: Database) throws {
        let condition = query.mission == nil ? "" : "AND mission = ?2"
        let select = try db.cachedStatement(
            sql: "SELECT \(EntryColumns.list) FROM events WHERE sequence > ?1 \(condition) ORDER BY sequence")
        defer { select.rewind() }
        select.bind(Int64(query.after), at: 1)
        if let mission = query.mission { select.bind(mission, at: 2) }
        while try select.step() {
            guard page.append(select) else { return }
        }
    }
}

extension ClosedRange<UInt64> {
    /// The range in stored form, in which the upper half of the unsigned numbers is negative: one or two ranges.
    fileprivate var storedHalves: [ClosedRange<Int64>] {
        let middle = UInt64(Int64.max)
        let low = lowerBound <= middle ? [Int64(lowerBound)...Int64(Swift.min(upperBound, middle))] : []
        let high =
            upperBound > middle
            ? [Int64(bitPattern: Swift.max(lowerBound, middle + 1))...Int64(bitPattern: upperBound)] : []
        return low + high
    }
}
