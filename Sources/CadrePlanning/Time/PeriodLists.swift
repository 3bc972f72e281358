/// Items by period: each period lists the items in whose windows it is, all periods in one order.
struct PeriodLists<Key: Hashable & Sendable, Item: Equatable & Sendable>: Equatable, Sendable {
    struct Entry: Equatable, Sendable {
        /// The key, unique within a table.
        let key: Key
        /// The range of periods, within those of the lists.
        let window: Range<Int>
        let item: Item
    }

    private var lists: [[Item]]
    private let entries: [Entry]

    subscript(period: Int) -> [Item] { lists[period] }

    /// Creates the lists.
    /// - Parameters:
    ///   - entries: The items in the order of the lists.
    ///   - previous: Lists of any other entries. Periods with the same items keep their storage, and no list depends
    ///     on it.
    init(_ entries: [Entry], periods: Int, after previous: PeriodLists? = nil) {
        self.entries = entries
        guard let previous, previous.lists.count == periods else {
            lists = Array(repeating: [], count: periods)
            append(to: 0..<periods) { _ in true }
            return
        }
        lists = previous.lists
        var isChanged = Array(repeating: false, count: periods)
        let changed = Self.differences(previous.entries, entries) { window in
            for period in window { isChanged[period] = true }
        }
        for period in changed where isChanged[period] { lists[period] = [] }
        append(to: changed) { isChanged[$0] }
        for period in changed where isChanged[period] && lists[period] == previous.lists[period] {
            lists[period] = previous.lists[period]
        }
    }

    private mutating func append(to periods: Range<Int>, where isChanged: (Int) -> Bool) {
        for entry in entries {
            for period in entry.window.clamped(to: periods) where isChanged(period) {
                lists[period].append(entry.item)
            }
        }
    }

    /// Calls `body` with the windows of entries that are gone, new, different, or in another place among those that
    /// stay.
    /// - Returns: Periods that include all these windows.
    private static func differences(_ old: [Entry], _ new: [Entry], _ body: (Range<Int>) -> Void) -> Range<Int> {
        let difference = ListDifference(old, new)
        var bounds: Range<Int>?
        func report(_ window: Range<Int>) {
            guard !window.isEmpty else { return }
            body(window)
            let known = bounds ?? window
            bounds = min(known.lowerBound, window.lowerBound)..<max(known.upperBound, window.upperBound)
        }
        var places = Dictionary(uniqueKeysWithValues: difference.old.lazy.map { (old[$0].key, $0) })
        var next = difference.old.lowerBound
        for entry in new[difference.new] {
            // What stays in its order is found further and further on.
            guard let place = places[entry.key], place >= next, old[place] == entry else {
                report(entry.window)
                continue
            }
            places[entry.key] = nil
            next = place + 1
        }
        for place in places.values { report(old[place].window) }
        return bounds ?? 0..<0
    }

    static func == (a: PeriodLists, b: PeriodLists) -> Bool { a.lists == b.lists }
}
