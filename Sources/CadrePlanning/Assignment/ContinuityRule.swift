/// Rule 4's graph: pledges with too few persons assigned and groups with too many look for pledges with too many and
/// groups with too few, along tight arcs. Source: MODEL § 7.
///
/// - Problem: Balance the pseudoflow with which ``ContinuitySolver`` begins at the least cost. To take a person out of
///   the group of the previous period costs 1, to put one back gains 1, all else is free.
/// - Algorithm: A primal-dual method with whole labels. An arc is tight if its cost is the difference of the labels at
///   its ends; paths go along tight arcs only. Within a phase a failed search closes the nodes that it visited. When
///   every source has failed, the labels of all that is not closed go up by one, and the next phase begins.
/// - Why it is exact: Labels are the distances from the sources, so no reduced cost falls below 0, and a pseudoflow
///   without negative reduced costs that balances is a cheapest flow.
/// - How it fits ``AugmentingSearch``: The layer of a node is its label. A pledge of label d leads free of cost to the
///   nodes of its row on layer d, and back to groups of the previous period on layer d - 1 (a return). A node of
///   label d leads to the pledges with persons there: of label d if they have more there than before, else of d + 1.
/// - Sources: Ford and Fulkerson, "A primal-dual algorithm for the capacitated Hitchcock problem" (1957); Ahuja,
///   Magnanti and Orlin, "Network Flows" (1993), chapter 9, on pseudoflows.
struct ContinuityRule: AugmentingRule {
    typealias Entry = PersonEntry<PledgeIndex, NodeIndex>

    static var hasReturns: Bool { true }

    let rows: BitRows
    private let rowOfPledge: Cells<PledgeIndex, Int>
    private let pledgeLabel: Cells<PledgeIndex, Int>
    private let nodeLabel: Cells<NodeIndex, Int>
    private let unassigned: Cells<PledgeIndex, Int>
    private let vacant: BitRows
    private let open: BitRows
    private let firstInRow: Cells<PledgeIndex, EntryIndex>
    private let firstInColumn: Cells<NodeIndex, EntryIndex>

    init(_ solver: ContinuitySolver) {
        rows = solver.nodesOfClass.rows
        rowOfPledge = solver.rowOfPledge.cells
        pledgeLabel = solver.pledgeLabel.cells
        nodeLabel = solver.nodeLabel.cells
        unassigned = solver.unassigned.cells
        vacant = solver.vacantNodes.rows
        open = solver.search.openSpokes.rows
        firstInRow = solver.table.firstInRow
        firstInColumn = solver.table.firstInColumn
    }

    @inline(__always) func row(of hub: PledgeIndex) -> Int { rowOfPledge[hub] }
    @inline(__always) func layer(of hub: PledgeIndex) -> Int { pledgeLabel[hub] }
    @inline(__always) func firstEntry(of spoke: NodeIndex) -> EntryIndex { firstInColumn[spoke] }
    @inline(__always) func next(after entry: Entry) -> EntryIndex { entry.nextInColumn }
    @inline(__always) func spoke(of entry: Entry) -> NodeIndex { entry.column }
    @inline(__always)
    func hub(of entry: Entry, layer: Int) -> PledgeIndex? {
        guard entry.persons > 0 else { return nil }
        let label = entry.persons > entry.before ? layer : layer &+ 1
        return pledgeLabel[entry.row] == label ? entry.row : nil
    }

    @inline(__always) func isGoal(_ hub: PledgeIndex) -> Bool { unassigned[hub] < 0 }
    /// Returns the first vacant node of the pledge's label. No search sees one without ending there, so it is open.
    @inline(__always)
    func goalSpoke(of hub: PledgeIndex) -> NodeIndex? {
        let row = rowOfPledge[hub], layer = pledgeLabel[hub]
        for summary in 0..<rows.summariesPerRow {
            var live = rows.summaries[row &* rows.summariesPerRow &+ summary] & vacant.summaries[summary]
            while live != 0 {
                let word = summary << 6 &+ live.trailingZeroBitCount
                live &= live &- 1
                let hit =
                    rows.words[row &* rows.wordsPerRow &+ word] & vacant.words[word]
                    & open.words[layer &* rows.wordsPerRow &+ word]
                if hit != 0 { return NodeIndex(word << 6 &+ hit.trailingZeroBitCount) }
            }
        }
        return nil
    }

    @inline(__always)
    func room(leaving entry: Entry) -> Int {
        entry.persons > entry.before ? entry.persons - entry.before : entry.persons
    }
    @inline(__always)
    func room(joining hub: PledgeIndex, _ spoke: NodeIndex, in table: PersonTable<PledgeIndex, NodeIndex>) -> Int {
        guard nodeLabel[spoke] < pledgeLabel[hub] else { return .max }
        let entry = table.entries[table.entry(hub, spoke)]
        return entry.before - entry.persons
    }
    @inline(__always)
    func pair(_ hub: PledgeIndex, _ spoke: NodeIndex) -> (PledgeIndex, NodeIndex) { (hub, spoke) }

    @inline(__always) func isReturn(_ entry: Entry) -> Bool { entry.persons < entry.before }
    @inline(__always) func firstReturn(of hub: PledgeIndex) -> EntryIndex { firstInRow[hub] }
    @inline(__always) func isGoal(_ spoke: NodeIndex) -> Bool { vacant.contains(spoke.number, in: 0) }
}

extension ContinuitySolver {
    /// Moves persons until every pledge and every node of the side has what the totals say.
    func balance(_ check: inout CancellationCheck, isStopped: () -> Bool) throws(Superseded) {
        let sideNodes = nodesBySide.rows.words.extracting(
            side * nodesBySide.wordsPerRow..<(side + 1) * nodesBySide.wordsPerRow
        ).reduce(0) { $0 + $1.nonzeroBitCount }
        // A path passes a node once and costs at most 1 per step: no flow needs a greater label.
        while labels <= pledges + sideNodes + 1 {
            for number in 0..<pledges { search.openHubs.rows.insert(number, in: 0) }
            search.openSpokes.rows.copy(labelled.rows, rows: labels)
            if try serveSources(&check, isStopped: isStopped) {
                checkInvariants()
                return
            }
            raiseLabels()
        }
        preconditionFailure("these totals are not those of this period")
    }

    /// Searches from each source until it is balanced or closed.
    /// - Returns: Whether all are balanced.
    private func serveSources(_ check: inout CancellationCheck, isStopped: () -> Bool) throws(Superseded) -> Bool {
        var isBalanced = true
        for number in 0..<pledges {
            let pledge = PledgeIndex(number)
            while unassigned.cells[pledge] > 0, search.openHubs.rows.contains(number, in: 0) {
                try check.countSearch(isStopped)
                let rule = ContinuityRule(self)
                guard let end = search.openPath(rule, table, from: pledge) else {
                    search.close()
                    continue
                }
                let count = move(unassigned.cells[pledge], rule, to: end)
                unassigned.cells[pledge] -= count
            }
            if unassigned.cells[pledge] > 0 { isBalanced = false }
        }
        for number in 0..<nodes where nodesBySide.rows.contains(number, in: side) {
            let node = NodeIndex(number), label = nodeLabel.cells[node]
            while vacant.cells[node] < 0, search.openSpokes.rows.contains(number, in: label) {
                try check.countSearch(isStopped)
                let rule = ContinuityRule(self)
                search.begin()
                guard let end = search.path(rule, table, from: node, layer: label) else {
                    search.close()
                    continue
                }
                let count = move(-vacant.cells[node], rule, to: end)
                vacant.cells[node] += count
            }
            if vacant.cells[node] < 0 { isBalanced = false }
        }
        return isBalanced
    }

    /// Moves as many persons along a path as it carries, and records them at its end.
    /// - Returns: The number of persons.
    private func move(_ wanted: Int, _ rule: ContinuityRule, to end: PathEnd<PledgeIndex, NodeIndex>) -> Int {
        let needed = end.spoke.map { vacant.cells[$0] } ?? -unassigned.cells[end.hub]
        let count = min(wanted, needed, search.room(rule, table, to: end))
        search.move(count, rule, table, to: end)
        if let node = end.spoke {
            vacant.cells[node] -= count
            if vacant.cells[node] == 0 { vacantNodes.rows.remove(node.number, in: 0) }
        } else {
            unassigned.cells[end.hub] += count
        }
        return count
    }

    /// Raises the labels of all pledges and nodes that no failed search of the phase has seen.
    private func raiseLabels() {
        search.openHubs.rows.forEach(in: 0) { pledgeLabel.cells[PledgeIndex($0)] += 1 }
        labelled.addRow()
        search.addLayer()
        let open = search.openSpokes.rows, labelled = labelled.rows
        for label in 0..<labels { open.forEach(in: label) { nodeLabel.cells[NodeIndex($0)] += 1 } }
        for word in 0..<labelled.wordsPerRow {
            for label in stride(from: labels, through: 0, by: -1) {
                let raised = label > 0 ? open.words[(label - 1) * open.wordsPerRow + word] : 0
                let at = label * labelled.wordsPerRow + word
                labelled.write(
                    labelled.words[at] & ~open.words[label * open.wordsPerRow + word] | raised, at: word, of: label)
            }
        }
        labels += 1
    }

    /// Checks, in debug builds, what holds once a side is balanced.
    private func checkInvariants() {
        #if DEBUG
            var posts = [Int](repeating: 0, count: nodes)
            for number in 0..<pledges {
                let pledge = PledgeIndex(number)
                precondition(unassigned.cells[pledge] == 0, "row sums are persons used")
                var at = table.firstInRow[pledge]
                while at != .end {
                    let entry = table.entries[at]
                    precondition(
                        nodesOfClass.rows.contains(entry.column.number, in: rowOfPledge.cells[pledge]), "eligible")
                    precondition(entry.persons >= 0, "no entry is below 0")
                    posts[entry.column.number] += entry.persons
                    at = entry.nextInRow
                }
            }
            nodesBySide.rows.forEach(in: side) { number in
                precondition(posts[number] == filledOfNode.cells[NodeIndex(number)], "column sums are posts filled")
            }
        #endif
    }
}
