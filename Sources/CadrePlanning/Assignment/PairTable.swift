/// A pledge and a group (a node) in which it has, or had in the period before, persons.
struct SeatPair: BitwiseCopyable {
    var persons: Int
    /// Persons who stay if they sit here again.
    var before: Int
    var pledge: Int32
    var node: Int32
    var nextOfPledge: Int32
    var nextOfNode: Int32
}

/// Pairs of one side, linked by pledge and by node; -1 ends a list. Pairs stay, though they have no persons left.
final class PairTable {
    let cells = ArenaBlock<SeatPair>()
    let firstOfPledge = ArenaBlock<Int32>()
    let firstOfNode = ArenaBlock<Int32>()
    private var made = 0

    func clear(pledges: Int, nodes: Int) {
        precondition(pledges < Int(Int32.max) && nodes < Int(Int32.max))
        firstOfPledge.need(pledges, all: -1)
        firstOfNode.need(nodes, all: -1)
        made = 0
    }

    func append(pledge: Int, node: Int, persons: Int, before: Int) {
        precondition(made < Int(Int32.max))
        cells.grow(to: made + 1, keeping: made)
        cells.cells[made] = SeatPair(
            persons: persons, before: before, pledge: Int32(truncatingIfNeeded: pledge),
            node: Int32(truncatingIfNeeded: node), nextOfPledge: firstOfPledge.cells[pledge],
            nextOfNode: firstOfNode.cells[node])
        firstOfPledge.cells[pledge] = Int32(truncatingIfNeeded: made)
        firstOfNode.cells[node] = Int32(truncatingIfNeeded: made)
        made += 1
    }

    func add(_ persons: Int, pledge: Int, node: Int) {
        var at = firstOfPledge.cells[pledge]
        while at >= 0, Int(cells.cells[Int(at)].node) != node { at = cells.cells[Int(at)].nextOfPledge }
        if at >= 0 {
            cells.cells[Int(at)].persons += persons
        } else {
            append(pledge: pledge, node: node, persons: persons, before: 0)
        }
    }
}
