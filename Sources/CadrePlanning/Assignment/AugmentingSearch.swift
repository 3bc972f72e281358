/// The breadth-first search for an augmenting path that all four rules share, and the moving of persons along it.
///
/// - Problem: Given an ``AugmentingRule``, find a shortest path from a source to a place where a path may end.
/// - Running time: Each hub and each spoke is seen once. A row of bits is intersected with the unseen spokes word by
///   word, so a search costs the words of the rows of the hubs seen, plus the entries of the spokes seen.
/// - Closed sets: A failed search has seen a set that no path leads out of. Where no later path can lead out of it
///   either (the rule's own argument), ``close()`` removes it from all later searches.
/// - Sources: Berge, "Two theorems in graph theory" (1957); Ford and Fulkerson, "Maximal flow through a network"
///   (1956); Edmonds and Karp, "Theoretical improvements in algorithmic efficiency for network flow problems" (1972)
///   on shortest paths.
final class AugmentingSearch {
    /// Hubs and spokes by layer that a search may see, and those that the present one has not seen.
    let openHubs = BitMatrix(), unseenHubs = BitMatrix()
    let openSpokes = BitMatrix(), unseenSpokes = BitMatrix()
    private let queue = Arena<Int, Int32>()
    /// The last step of the path: to a hub, the entry; to a spoke, the previous hub, or `noHub`.
    private let entryTo = Arena<Int, EntryIndex>()
    private let hubTo = Arena<Int, Int32>()

    private static let noHub: Int32 = -1

    /// Makes room for hubs and spokes. None of them is open.
    func clear(hubs: Int, spokes: Int, layers: Int) {
        openHubs.clear(rows: 1, bits: hubs)
        unseenHubs.clear(rows: 1, bits: hubs)
        openSpokes.clear(rows: layers, bits: spokes)
        unseenSpokes.clear(rows: layers, bits: spokes)
        queue.reserve(hubs + 1)
        entryTo.reserve(hubs)
        hubTo.reserve(spokes)
    }

    /// Adds a layer without spokes.
    func addLayer() {
        openSpokes.addRow()
        unseenSpokes.addRow()
    }

    /// Begins a search: all that is open is unseen.
    func begin() {
        unseenHubs.rows.copyBits(openHubs.rows, rows: 1)
        unseenSpokes.rows.copyBits(openSpokes.rows, rows: openSpokes.rowCount)
    }

    /// Removes all that the last search has seen from later ones.
    func close() {
        openHubs.rows.copyBits(unseenHubs.rows, rows: 1)
        openSpokes.rows.copyBits(unseenSpokes.rows, rows: openSpokes.rowCount)
    }

    /// Begins a search and returns the end of a shortest path from a hub, or `nil`.
    func openPath<Rule: AugmentingRule>(
        _ rule: Rule, _ table: PersonTable<Rule.Row, Rule.Column>, from source: Rule.Hub
    ) -> PathEnd<Rule.Hub, Rule.Spoke>? {
        if let spoke = rule.goalSpoke(of: source) {
            entryTo.cells[source.number] = .start
            return PathEnd(hub: source, spoke: spoke)
        }
        begin()
        return path(rule, table, from: source)
    }

    /// Returns the end of a shortest path from a hub from which no path of one step leads, or `nil`. To be called
    /// after ``begin()``.
    func path<Rule: AugmentingRule>(
        _ rule: Rule, _ table: PersonTable<Rule.Row, Rule.Column>, from source: Rule.Hub
    ) -> PathEnd<Rule.Hub, Rule.Spoke>? {
        entryTo.cells[source.number] = .start
        var frontier = Frontier(rule, table, self)
        unseenHubs.rows.remove(source.number, in: 0)
        frontier.enqueue(source)
        return frontier.run()
    }

    /// Returns the end of a shortest path from a spoke, or `nil`. To be called after ``begin()``.
    func path<Rule: AugmentingRule>(
        _ rule: Rule, _ table: PersonTable<Rule.Row, Rule.Column>, from source: Rule.Spoke, layer: Int
    ) -> PathEnd<Rule.Hub, Rule.Spoke>? {
        var frontier = Frontier(rule, table, self)
        unseenSpokes.rows.remove(source.number, in: layer)
        hubTo.cells[source.number] = Self.noHub
        return frontier.see(source, layer: layer) ?? frontier.run()
    }

    /// Returns the most persons that the path to `end` carries.
    func room<Rule: AugmentingRule>(
        _ rule: Rule, _ table: PersonTable<Rule.Row, Rule.Column>, to end: PathEnd<Rule.Hub, Rule.Spoke>
    ) -> Int {
        let entries = table.entries, entryTo = entryTo.cells, hubTo = hubTo.cells
        var room = Int.max
        if let spoke = end.spoke { room = rule.room(joining: end.hub, spoke, in: table) }
        var hub = end.hub
        while true {
            let at = entryTo[hub.number]
            if at == .start { return room }
            if Rule.hasTwins, at == .twin {
                room = min(room, rule.room(fromTwinOf: hub))
                hub = rule.twin(before: hub)
                continue
            }
            let entry = entries[at], spoke = rule.spoke(of: entry)
            room = min(room, rule.room(leaving: entry))
            let before = hubTo[spoke.number]
            if before == Self.noHub { return room }
            hub = Rule.Hub(compact: before)
            room = min(room, rule.room(joining: hub, spoke, in: table))
        }
    }

    /// Moves persons along the path to `end`, at most ``room(_:_:to:)``.
    func move<Rule: AugmentingRule>(
        _ persons: Int, _ rule: Rule, _ table: PersonTable<Rule.Row, Rule.Column>,
        to end: PathEnd<Rule.Hub, Rule.Spoke>
    ) {
        let entryTo = entryTo.cells, hubTo = hubTo.cells
        if let spoke = end.spoke {
            let (row, column) = rule.pair(end.hub, spoke)
            table.add(persons, row, column)
        }
        var hub = end.hub
        while true {
            let at = entryTo[hub.number]
            if at == .start { return }
            if Rule.hasTwins, at == .twin {
                rule.moved(persons, fromTwinOf: hub)
                hub = rule.twin(before: hub)
                continue
            }
            let spoke = rule.spoke(of: table.entries[at])
            table.remove(persons, from: at)
            let before = hubTo[spoke.number]
            if before == Self.noHub { return }
            hub = Rule.Hub(compact: before)
            let (row, column) = rule.pair(hub, spoke)
            table.add(persons, row, column)
        }
    }

    /// One search in progress, with the memory of its ``AugmentingSearch``.
    private struct Frontier<Rule: AugmentingRule> {
        typealias End = PathEnd<Rule.Hub, Rule.Spoke>

        let rule: Rule
        let entries: Cells<EntryIndex, PersonEntry<Rule.Row, Rule.Column>>
        let rows: BitRows
        let unseen: BitRows
        let unseenHubs: UnsafeMutableBufferPointer<UInt64>
        let queue: UnsafeMutableBufferPointer<Int32>
        let entryTo: UnsafeMutableBufferPointer<EntryIndex>
        let hubTo: UnsafeMutableBufferPointer<Int32>
        var head = 0
        var tail = 0

        @inline(__always)
        init(_ rule: Rule, _ table: PersonTable<Rule.Row, Rule.Column>, _ search: AugmentingSearch) {
            self.rule = rule
            entries = table.entries
            rows = rule.rows
            unseen = search.unseenSpokes.rows
            unseenHubs = search.unseenHubs.rows.words
            queue = search.queue.cells.buffer
            entryTo = search.entryTo.cells.buffer
            hubTo = search.hubTo.cells.buffer
        }

        @inline(__always)
        mutating func enqueue(_ hub: Rule.Hub) {
            queue[tail] = hub.compact
            tail &+= 1
        }

        @inline(__always)
        mutating func run() -> End? {
            while head < tail {
                let hub = Rule.Hub(compact: queue[head])
                head &+= 1
                if let end = expand(hub) { return end }
            }
            return nil
        }

        @inline(__always)
        private mutating func expand(_ hub: Rule.Hub) -> End? {
            let row = rule.row(of: hub), layer = rule.layer(of: hub)
            let wordsFrom = row &* rows.wordsPerRow, unseenFrom = layer &* unseen.wordsPerRow
            for word in 0..<rows.wordsPerRow {
                let fresh = unseen.words[unseenFrom &+ word]
                var hit = rows.words[wordsFrom &+ word] & fresh
                guard hit != 0 else { continue }
                unseen.words[unseenFrom &+ word] = fresh ^ hit
                repeat {
                    let spoke = Rule.Spoke(word << 6 &+ hit.trailingZeroBitCount)
                    hit &= hit &- 1
                    hubTo[spoke.number] = hub.compact
                    if let end = see(spoke, layer: layer) { return end }
                } while hit != 0
            }
            return Rule.hasReturns && layer > 0 ? expandReturns(of: hub, layer: layer &- 1) : nil
        }

        @inline(__always)
        private mutating func expandReturns(of hub: Rule.Hub, layer: Int) -> End? {
            var at = rule.firstReturn(of: hub)
            while at != .end {
                let entry = entries[at], spoke = rule.spoke(of: entry)
                if rule.isReturn(entry), unseen.contains(spoke.number, in: layer) {
                    unseen.remove(spoke.number, in: layer)
                    hubTo[spoke.number] = hub.compact
                    if rule.isGoal(spoke) { return End(hub: hub, spoke: spoke) }
                    if let end = see(spoke, layer: layer) { return end }
                }
                at = entry.nextInRow
            }
            return nil
        }

        /// Sees the hubs at the other ends of a spoke's entries.
        ///
        /// Whether a path may end at a hub is tested when it is seen, not when its turn comes: that saves most of a
        /// search.
        @inline(__always)
        mutating func see(_ spoke: Rule.Spoke, layer: Int) -> End? {
            var at = rule.firstEntry(of: spoke)
            while at != .end {
                let entry = entries[at]
                if let hub = rule.hub(of: entry, layer: layer), isUnseen(hub) {
                    if let end = see(hub, by: at) { return end }
                    if Rule.hasTwins, let twin = rule.twin(of: hub), isUnseen(twin), let end = see(twin, by: .twin) {
                        return end
                    }
                }
                at = rule.next(after: entry)
            }
            return nil
        }

        @inline(__always)
        private func isUnseen(_ hub: Rule.Hub) -> Bool {
            unseenHubs[hub.number >> 6] & BitWords.mask(hub.number) != 0
        }

        @inline(__always)
        private mutating func see(_ hub: Rule.Hub, by entry: EntryIndex) -> End? {
            unseenHubs[hub.number >> 6] &= ~BitWords.mask(hub.number)
            entryTo[hub.number] = entry
            if rule.isGoal(hub) { return End(hub: hub, spoke: nil) }
            if let spoke = rule.goalSpoke(of: hub) { return End(hub: hub, spoke: spoke) }
            enqueue(hub)
            return nil
        }
    }
}
