import TestSupport
import Testing

@testable import CadreContract

@Suite("any message gives readings, and no input traps")
struct MutationTests {
    private static let mutantsPerSeed = 1_000
    private static let hostile = [
        "null", "true", "-0", "1e999", "-1e-999", "1000000000000000000000000000000", "9223372036854775808", "0.1e-400",
        "\"\"",
        "\"\\ud83d\"", "\"\\u0000\"", "\"e\u{301}\"", "[]", "{}", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]",
        "\"9999-12-31T23:59:59-23:59\"",
        "\"0000-01-01T00:00:00+23:59\"", "\"2199-12-31\"", "{\"\":{}}", "\"rule.\"", "01", "{\"a\":1,\"a\":2}",
        "\u{FEFF}",
    ].map { Array($0.utf8) }

    @Test("seeded mutants of every sample", arguments: UInt64(0)..<20)
    func mutants(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let samples = try EventSample.all.map { try $0.event() }
        let reader = EventReader()
        for _ in 0..<Self.mutantsPerSeed {
            var event = samples.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&event, &random) }
            if Int.random(in: 0..<10, using: &random) == 0 { event = [0x5B] + event + [0x2C] + event + [0x5D] }
            let readings = reader.read(payload: event)
            #expect(!readings.isEmpty)
            for reading in readings { check(reading, reader) }
        }
    }

    private func mutate(_ event: inout [UInt8], _ random: inout SeededRandom) {
        guard !event.isEmpty else { return }
        let at = Int.random(in: event.indices, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: event[at] = UInt8.random(in: 0...255, using: &random)
        case 1: event[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: event.remove(at: at)
        case 3: event.removeSubrange(at..<min(event.count, at + Int.random(in: 1...40, using: &random)))
        case 4: event.insert(contentsOf: event[at..<min(event.count, at + 20)], at: at)
        default:
            // Replace one value by another: after a colon, up to the next comma or bracket.
            guard let colon = event[at...].firstIndex(of: UInt8(ascii: ":")) else { return }
            let end = event[(colon + 1)...].firstIndex { [0x2C, 0x7D, 0x5D].contains($0) } ?? event.endIndex
            event.replaceSubrange(colon + 1..<end, with: Self.hostile.randomElement(using: &random) ?? [])
        }
    }

    /// Expects that an accepted event is read again from its own bytes with the same content, and that a rejection has
    /// a reason.
    private func check(_ reading: Reading, _ reader: EventReader) {
        switch reading {
        case .event(let event):
            guard case .event(let again)? = reader.read(payload: event.bytes).first else {
                Issue.record("taken once, not twice: \(String(decoding: event.bytes, as: UTF8.self))")
                return
            }
            #expect(again.event == event.event && again.bytes == event.bytes)
        case .head(let head):
            guard case .head(head)? = reader.read(payload: head.bytes).first else {
                Issue.record("head taken once, not twice")
                return
            }
        case .rejected(let rejection):
            #expect(!rejection.detail.isEmpty)
            #expect(rejection.reason < .topicMismatch)
        }
    }
}
