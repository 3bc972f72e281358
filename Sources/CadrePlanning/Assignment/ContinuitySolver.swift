/// Rule 4 of MODEL § 7: persons in groups, so that most persons stay in the group of the previous period.
///
/// - Problem: Totals are fixed, so the two sides, in theatre and abroad, are independent and solved one after the
///   other. Each is a transport of the persons of each pledge to the nodes of the side (a **node** is the groups of one
///   key), in which the first `before` persons of a pair count 1.
/// - Algorithm: Begin with all persons in the group of the previous period, regardless of vacancies. No placement keeps
///   more, but pledges and nodes have too many or too few. Then ``balance(_:isStopped:)`` moves persons at the least
///   loss; its header has the proof.
/// - A fixed function: Nodes go by the strict order and pledges by the order of calling up, and nothing is kept from
///   call to call. So ties are broken by rank, and history and numbering cannot show.
/// - Running time: Loading costs the rows of bits of the period, built in squares of 64 by 64. Then a search
///   (``AugmentingSearch``) per path, and one per source and label.
final class ContinuitySolver {
    let matrix: EligibilityMatrix
    let table = PersonTable<PledgeIndex, NodeIndex>()
    let search = AugmentingSearch()

    /// The nodes of the period, both sides, by rank: first group, key, side, and posts filled.
    var nodes = 0
    let groupOfNode = Arena<NodeIndex, Int>()
    let filledOfNode = Arena<NodeIndex, Int>()
    /// The nodes in theatre (row 0) and abroad (row 1).
    let nodesBySide = BitMatrix()
    /// The node of each key, the pledge index of each pledge (-1: no such index), and the bounds of these tables.
    let nodeOfKey = Arena<Int, Int32>()
    var keys = 0
    let indexOfPledge = Arena<Int, Int32>()
    var pledgeNumbers = 0
    /// The classes of the period, and the row of each in `nodesOfClass`.
    let presentClasses = BitMatrix()
    let rowOfClass = Arena<ClassIndex, Int>()
    /// The nodes that each class may fill.
    let nodesOfClass = BitMatrix()
    private let square = Arena<Int, UInt64>()

    /// The current side: its number, and its pledges by rank.
    var side = 0
    var pledges = 0
    let rowOfPledge = Arena<PledgeIndex, Int>()
    let supplyOfPledge = Arena<PledgeIndex, Int>()
    /// Persons of each pledge still without a group. Below 0: more have one than may.
    let unassigned = Arena<PledgeIndex, Int>()
    /// The posts of each node that are still empty (below 0: it has too many persons), and the nodes above 0.
    let vacant = Arena<NodeIndex, Int>()
    let vacantNodes = BitMatrix()
    /// The assignments of the previous period, by pledge and node, and where each pledge's begin and end.
    let earlier = Arena<Int, EarlierPair>()
    let begins = Arena<PledgeIndex, Int>()
    let ends = Arena<PledgeIndex, Int>()

    /// Labels of pledges and nodes, their number, and the nodes of each label.
    let pledgeLabel = Arena<PledgeIndex, Int>()
    let nodeLabel = Arena<NodeIndex, Int>()
    var labels = 1
    let labelled = BitMatrix()

    private var found: [Found] = []
    private let firstOfNode = Arena<NodeIndex, Int>()

    /// Persons of a supply, by its index in the period, in a node.
    private struct Found {
        var supply: Int
        var node: NodeIndex
        var persons: Int
    }

    init(_ matrix: EligibilityMatrix) {
        self.matrix = matrix
    }

    func assignments(
        _ period: AssignmentPeriod, totals: AssignmentTotals, previous: [GroupAssignment], isStopped: () -> Bool
    ) throws(Superseded) -> [GroupAssignment] {
        load(period, totals: totals)
        found.removeAll(keepingCapacity: true)
        var check = CancellationCheck()
        for side in 0...1 {
            loadSide(side, period, totals: totals)
            guard pledges > 0 else { continue }
            assignAsBefore(previous)
            try balance(&check, isStopped: isStopped)
            collect()
        }
        return ranked(period)
    }

    /// Adds the assignments of the side, in the order of supplies.
    private func collect() {
        for number in 0..<pledges {
            var at = table.firstInRow[PledgeIndex(number)]
            while at != .end {
                let entry = table.entries[at]
                if entry.persons > 0 {
                    let supply = supplyOfPledge.cells[entry.row]
                    found.append(Found(supply: supply, node: entry.column, persons: entry.persons))
                }
                at = entry.nextInRow
            }
        }
    }

    /// Sorts by node and keeps the order of supplies: a node is on one side only.
    private func ranked(_ period: AssignmentPeriod) -> [GroupAssignment] {
        firstOfNode.reset(nodes, to: 0)
        let next = firstOfNode.cells
        for cell in found { next[cell.node] += 1 }
        var end = 0
        for number in 0..<nodes {
            let count = next[NodeIndex(number)]
            next[NodeIndex(number)] = end
            end += count
        }
        return [GroupAssignment](unsafeUninitializedCapacity: found.count) { buffer, count in
            for cell in found {
                buffer.initializeElement(
                    at: next[cell.node],
                    to: GroupAssignment(
                        pledge: period.supplies[cell.supply].pledge,
                        key: period.groups[groupOfNode.cells[cell.node]].key, persons: cell.persons))
                next[cell.node] += 1
            }
            count = found.count
        }
    }

    /// Builds the rows of bits over nodes of all classes of the period, square by square: bits are never moved one by
    /// one.
    func buildRows(_ period: AssignmentPeriod) {
        var rows = 0
        presentClasses.rows.forEach(in: 0) { number in
            rowOfClass.cells[ClassIndex(number)] = rows
            rows += 1
        }
        nodesOfClass.clear(rows: rows, bits: nodes)
        square.reserve(64)
        let square = square.cells.buffer.extracting(0..<64), columns = matrix.classesOfKind
        let present = presentClasses.rows.words
        for word in 0..<nodesOfClass.wordsPerRow {
            let here = min(64, nodes - word << 6)
            for block in 0..<columns.wordsPerRow where present[block] != 0 {
                for i in 0..<here {
                    let group = period.groups[groupOfNode.cells[NodeIndex(word << 6 + i)]]
                    square[i] = columns.words[group.signature * columns.wordsPerRow + block]
                }
                for i in here..<64 { square[i] = 0 }
                BitWords.transpose(square)
                var left = present[block]
                var row = rowOfClass.cells[ClassIndex(block << 6 + left.trailingZeroBitCount)]
                while left != 0 {
                    nodesOfClass.rows.write(square[left.trailingZeroBitCount], at: word, of: row)
                    left &= left - 1
                    row += 1
                }
            }
        }
    }
}
