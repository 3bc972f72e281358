import CadreContract
import CadrePlanning
import Testing

@testable import CadreJournal

@Suite struct RejectionTests {
    let folder = DataFolder()

    private func journal(rows: Int, bytes: Int, one: Int = 1_000) async throws -> Journal {
        let bounds = RejectionBounds(rowsMax: rows, bytesMax: bytes, bytesOfOneMax: one)
        return try await Journal.open(folder: folder.path, rejectionBounds: bounds)
    }

    @Test("a rejection is read back unchanged and counted")
    func roundTrip() async throws {
        let one = rejection("data.posts is \"x\"; give a number")
        let bare = PendingEvent(
            .rejected(Rejection(.malformedFrames, detail: "", bytes: [])), topic: nil, received: Instant(seconds: 5))
        let journal = try await folder.journal()
        #expect(try await journal.append([one, bare]).map(\.rejectionNumber) == [1, 2])
        // The rejections of the reader are stored first, whatever their position.
        let outcomes = try await journal.append([arrival("a"), arrival("a", bytes: [9]), one])
        #expect(outcomes.map(\.rejectionNumber) == [nil, 4, 3])
        let reader = try await folder.reader()
        let kept = try await reader.rejections(limit: 10)
        #expect(kept.map(\.number) == [4, 3, 2, 1])
        let expected = RejectedPayload(
            reason: "schema", detail: "data.posts is \"x\"; give a number", topic: "plan.m", mission: nil,
            source: "urn:test", id: nil, received: Instant(seconds: 5), bytes: [1, 2, 3])
        #expect(kept[1].rejection == expected && kept[3].rejection == expected)
        #expect(kept[2].rejection.topic == nil && kept[2].rejection.reason == "malformed-frames")
        #expect(try await reader.rejections(before: 3, limit: 1).map(\.number) == [2])
        #expect(try await reader.rejections(reason: "schema", limit: 10).map(\.number) == [3, 1])
        #expect(
            try await reader.counts()
                == JournalCounts(
                    events: 1, rejectionsByReason: ["schema": 2, "malformed-frames": 1, "conflict": 1],
                    rejectionsKept: 4, rejectionBytesKept: 7))
    }

    @Test("only the newest rejections are kept, and all are counted")
    func newestKept() async throws {
        let journal = try await journal(rows: 10, bytes: 1_000_000)
        for batch in 0..<5 {
            _ = try await journal.append((1...7).map { rejection("\(batch * 7 + $0)") })
        }
        let reader = try await folder.reader()
        #expect(try await reader.rejections(limit: 100).map(\.rejection.detail) == (26...35).reversed().map { "\($0)" })
        let counts = try await reader.counts()
        #expect(counts.rejectionsByReason == ["schema": 35])
        #expect(counts.rejectionsKept == 10 && counts.rejectionBytesKept == 30)
        try await journal.close()

        let again = try await self.journal(rows: 10, bytes: 1_000_000)
        _ = try await again.append([rejection("36")])
        #expect(try await reader.rejections(limit: 1).map(\.number) == [36])
        #expect(try await reader.counts().rejectionsKept == 10)
    }

    @Test("the bytes of each rejection and of all together are bounded")
    func bytesBounded() async throws {
        let journal = try await journal(rows: 100, bytes: 350, one: 100)
        for number in 1...6 {
            let bytes = [UInt8](repeating: UInt8(number), count: 250)
            _ = try await journal.append([rejection("\(number)", bytes: bytes)])
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
        _ = try await journal.append((1...500).map { rejection("\($0)") })
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

extension PendingEvent.Outcome {
    fileprivate var rejectionNumber: Int? {
        if case .rejected(_, let number) = self { number } else { nil }
    }
}
