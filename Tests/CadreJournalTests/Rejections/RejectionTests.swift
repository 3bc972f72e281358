import Testing

@testable import CadreJournal

@Suite struct RejectionTests {
    let folder = DataFolder()

    private func journal(rows: Int, bytes: Int, one: Int = 1_000) async throws -> Journal {
        let bounds = RejectionBounds(rowsMax: rows, bytesMax: bytes, bytesOfOneMax: one)
        return try await Journal.open(folder: folder.path, sameData: { _, _ in false }, rejectionBounds: bounds)
    }

    @Test("a rejection is read back unchanged and counted")
    func roundTrip() async throws {
        let one = rejection("data.posts is \"x\"; give a number")
        var bare = rejection("", reason: "malformed-frames", bytes: [])
        bare.topic = nil
        bare.source = nil
        let journal = try await folder.journal()
        #expect(try await journal.append([], rejections: [one, bare]) == [])
        _ = try await journal.append(arrivals(1...1), rejections: [one])
        let reader = try await folder.reader()
        let kept = try await reader.rejections(limit: 10)
        #expect(kept.map(\.number) == [3, 2, 1])
        #expect(kept.map(\.rejection) == [one, bare, one])
        #expect(try await reader.rejections(before: 3, limit: 1).map(\.number) == [2])
        #expect(try await reader.rejections(reason: "schema", limit: 10).map(\.number) == [3, 1])
        #expect(
            try await reader.counts()
                == JournalCounts(
                    events: 1, rejectionsByReason: ["schema": 2, "malformed-frames": 1], rejectionsKept: 3,
                    rejectionBytesKept: 6))
    }

    @Test("only the newest rejections are kept, and all are counted")
    func newestKept() async throws {
        let journal = try await journal(rows: 10, bytes: 1_000_000)
        for batch in 0..<5 {
            _ = try await journal.append([], rejections: (1...7).map { rejection("\(batch * 7 + $0)") })
        }
        let reader = try await folder.reader()
        #expect(try await reader.rejections(limit: 100).map(\.rejection.detail) == (26...35).reversed().map { "\($0)" })
        let counts = try await reader.counts()
        #expect(counts.rejectionsByReason == ["schema": 35])
        #expect(counts.rejectionsKept == 10 && counts.rejectionBytesKept == 30)
        try await journal.close()

        let again = try await self.journal(rows: 10, bytes: 1_000_000)
        _ = try await again.append([], rejections: [rejection("36")])
        #expect(try await reader.rejections(limit: 1).map(\.number) == [36])
        #expect(try await reader.counts().rejectionsKept == 10)
    }

    @Test("the bytes of each rejection and of all together are bounded")
    func bytesBounded() async throws {
        let journal = try await journal(rows: 100, bytes: 350, one: 100)
        for number in 1...6 {
            let bytes = [UInt8](repeating: UInt8(number), count: 250)
            _ = try await journal.append([], rejections: [rejection("\(number)", bytes: bytes)])
        }
        let reader = try await folder.reader()
        let kept = try await reader.rejections(limit: 100)
        #expect(kept.map(\.rejection.detail) == ["6", "5", "4"])
        #expect(kept.allSatisfy { $0.rejection.bytes.count == 100 && $0.bytesTotal == 250 })
        #expect(try await reader.counts().rejectionBytesKept == 300)
    }

    @Test("the bounds hold for a batch of many rejections")
    func largeBatch() async throws {
        let journal = try await journal(rows: 10, bytes: 1_000_000)
        _ = try await journal.append([], rejections: (1...500).map { rejection("\($0)") })
        let reader = try await folder.reader()
        #expect(try await reader.rejections(limit: 100).map(\.number) == Array((491...500).reversed()))
        #expect(try await reader.counts().rejectionsByReason == ["schema": 500])
    }

    @Test("the bounds are those of CONTRACT § 2")
    func contractBounds() {
        #expect(JournalLimits.rejections.rowsMax == 100_000)
        #expect(JournalLimits.rejections.bytesMax == 268_435_456)
        #expect(JournalLimits.rejections.bytesOfOneMax == 65_536)
    }
}
