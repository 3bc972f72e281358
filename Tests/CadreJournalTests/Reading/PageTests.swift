import Testing

@testable import CadreJournal

@Suite struct PageTests {
    let folder = DataFolder()

    /// Returns the sequences of all entries of a query, read page by page.
    private func all(_ query: JournalQuery, _ reader: JournalReader) async throws -> [Int] {
        var query = query
        var sequences: [Int] = []
        while true {
            let page = try await reader.page(query)
            sequences += page.entries.map(\.sequence)
            guard let next = page.next else { return sequences }
            try #require(next > query.after, "a page that makes no progress")
            query.after = next
        }
    }

    @Test("pages contain every event exactly once", arguments: [1, 3, 10, 99, 100, 101])
    func pages(limit: Int) async throws {
        _ = try await folder.journal().append(arrivals(1...100))
        let reader = try await folder.reader()
        #expect(try await all(JournalQuery(limit: limit), reader) == Array(1...100))
        #expect(try await all(JournalQuery(after: 40, limit: limit), reader) == Array(41...100))
        let first = try await reader.page(JournalQuery(limit: limit))
        #expect(first.entries.count == min(limit, 100))
        #expect(first.newest == 100)
        #expect(first.next == (limit < 100 ? limit : nil))
    }

    @Test("an empty journal yields an empty page")
    func emptyPage() async throws {
        _ = try await folder.journal()
        let page = try await folder.reader().page(JournalQuery())
        #expect(page.entries.isEmpty && page.next == nil && page.newest == 0)
    }

    @Test("mission, source, epoch and numbers select entries")
    func conditions() async throws {
        // 240 interleaved events: every combination of three missions, two sources and two epochs, with numbers 1 … 20.
        var batch: [PendingEvent] = []
        for number in 1...20 {
            for mission in ["a", "b", "c"] {
                for source in ["s", "t"] {
                    for epoch in ["", "x"] {
                        batch.append(
                            arrival(
                                "\(mission)\(epoch)\(number)", source: source, mission: mission, epoch: epoch,
                                sourceSequence: UInt64(number)))
                    }
                }
            }
        }
        batch.append(arrival("unnumbered", source: "s", mission: "a"))
        _ = try await folder.journal().append(batch)
        let reader = try await folder.reader()
        let ranges: [ClosedRange<UInt64>] = [2...4, 4...5, 20...UInt64.max]

        for mission in [nil, "a", "none"] {
            for source in [nil, "s"] {
                for epoch in [nil, "", "x"] {
                    for sequences in [nil, ranges, [2...4, 4...5], []] {
                        let expected = batch.enumerated().filter { _, arrival in
                            guard case .event(let event) = arrival.reading else { return false }
                            return (mission == nil || event.event.mission.text == mission)
                                && (source == nil || event.event.stamp.source == source)
                                && (epoch == nil || event.epoch == epoch)
                                && (sequences == nil
                                    || sequences?.contains { range in event.sourceSequence.map(range.contains) ?? false
                                    }
                                        == true)
                        }
                        let query = JournalQuery(
                            limit: 7, mission: mission, source: source, epoch: epoch, sequences: sequences)
                        #expect(try await all(query, reader) == expected.map { $0.offset + 1 }, "\(query)")
                    }
                }
            }
        }
    }

    @Test("sequence numbers beyond the signed range are found")
    func unsignedNumbers() async throws {
        let numbers: [UInt64] = [1, UInt64(Int64.max), UInt64(Int64.max) + 1, .max]
        let batch = numbers.map { arrival("\($0)", sourceSequence: $0) }
        _ = try await folder.journal().append(batch)
        let reader = try await folder.reader()
        func found(_ range: ClosedRange<UInt64>) async throws -> [Int] {
            try await all(JournalQuery(source: "urn:test", epoch: "", sequences: [range]), reader)
        }
        #expect(try await found(numbers[1]...numbers[2]) == [2, 3])
        #expect(try await found(UInt64.max...UInt64.max) == [4])
        #expect(try await found(2...UInt64.max) == [2, 3, 4])
    }

    @Test("a page ends at 1 MiB but contains at least one event")
    func pageBytes() async throws {
        let half = [UInt8](repeating: 1, count: 1 << 19)
        let whole = [UInt8](repeating: 1, count: (1 << 20) + 1)
        _ = try await folder.journal().append([
            arrival("a", bytes: half), arrival("b", bytes: half), arrival("c", bytes: [1]), arrival("d", bytes: whole),
            arrival("e", bytes: [1]),
        ])
        let reader = try await folder.reader()
        #expect(try await reader.page(JournalQuery()).entries.map(\.sequence) == [1, 2])
        #expect(try await reader.page(JournalQuery(after: 2)).entries.map(\.sequence) == [3])
        #expect(try await reader.page(JournalQuery(after: 3)).entries.map(\.sequence) == [4])
        #expect(try await all(JournalQuery(), reader) == [1, 2, 3, 4, 5])
    }

    @Test("a rare source is found after empty pages")
    func rareSource() async throws {
        let journal = try await folder.journal()
        let rows = JournalLimits.pageRowsExaminedMax + 10
        for start in stride(from: 1, through: rows, by: 5_000) {
            _ = try await journal.append(arrivals(start...min(rows, start + 4_999)))
        }
        _ = try await journal.append([arrival("rare", source: "urn:rare")])
        let reader = try await folder.reader()
        let first = try await reader.page(JournalQuery(source: "urn:rare"))
        #expect(first.entries.isEmpty && first.next == JournalLimits.pageRowsExaminedMax)
        #expect(try await all(JournalQuery(source: "urn:rare"), reader) == [rows + 1])
    }
}
