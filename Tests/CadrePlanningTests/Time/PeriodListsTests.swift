import TestSupport
import Testing

@testable import CadrePlanning

/// Tests that lists per period after a change equal those from scratch.
@Suite struct PeriodListsTests {
    private typealias Lists = PeriodLists<Int, Int>

    private static func entry(_ key: Int, _ dice: inout SeededRandom) -> Lists.Entry {
        let from = Int.random(in: 0...12, using: &dice)
        return .init(
            key: key, window: from..<Int.random(in: from...12, using: &dice), item: Int.random(in: 0...3, using: &dice))
    }

    @Test("any changes of entries, their windows, items and order", arguments: UInt64(0)..<300)
    func changes(seed: UInt64) {
        var dice = SeededRandom(seed: seed)
        var entries = (0..<Int.random(in: 0...10, using: &dice)).map { Self.entry($0, &dice) }
        var lists = Lists(entries, periods: 12)
        var next = entries.count
        for step in 0..<12 {
            for _ in 0..<Int.random(in: 1...3, using: &dice) {
                switch Int.random(in: 0...4, using: &dice) {
                case 0:
                    entries.insert(
                        Self.entry(next, &dice), at: Int.random(in: 0...entries.count, using: &dice))
                    next += 1
                case 1 where !entries.isEmpty:
                    entries.remove(at: Int.random(in: 0..<entries.count, using: &dice))
                case 2 where !entries.isEmpty:
                    let index = Int.random(in: 0..<entries.count, using: &dice)
                    entries[index] = Self.entry(entries[index].key, &dice)
                case 3 where !entries.isEmpty:
                    let moved = entries.remove(at: Int.random(in: 0..<entries.count, using: &dice))
                    entries.insert(moved, at: Int.random(in: 0...entries.count, using: &dice))
                default: entries.reverse()
                }
            }
            lists = Lists(entries, periods: 12, after: lists)
            #expect(lists == Lists(entries, periods: 12), "step \(step)")
        }
    }

    @Test("another number of periods")
    func periods() {
        let entries = [Lists.Entry(key: 1, window: 0..<3, item: 7)]
        #expect(Lists(entries, periods: 4, after: Lists(entries, periods: 3)) == Lists(entries, periods: 4))
    }
}
