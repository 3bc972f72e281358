/// Persons of a class in a node. Linked with the other nodes of its class and the other classes of its node.
struct SeatEntry: BitwiseCopyable {
    var persons: Int
    var row: Int32
    var column: Int32
    var nextInRow: Int32
    var previousInRow: Int32
    var nextInColumn: Int32
    var previousInColumn: Int32
}

/// Who sits where, class by node, without the empty pairs: few nodes have more than a handful of classes.
///
/// An entry lives while it has persons. -1 ends a list.
final class SeatTable {
    let entries = ArenaBlock<SeatEntry>()
    let firstInRow = ArenaBlock<Int32>()
    let firstInColumn = ArenaBlock<Int32>()
    private var made = 0
    /// Entries given back, linked by `nextInRow`.
    private var firstFree: Int32 = -1

    func clear(rows: Int, columns: Int) {
        precondition(rows < Int(Int32.max) && columns < Int(Int32.max))
        firstInRow.need(rows, all: -1)
        firstInColumn.need(columns, all: -1)
        made = 0
        firstFree = -1
    }

    func entry(row: Int, column: Int) -> Int32 {
        var at = firstInRow.cells[row]
        while at >= 0, entries.cells[Int(at)].column != Int32(truncatingIfNeeded: column) {
            at = entries.cells[Int(at)].nextInRow
        }
        return at
    }

    func add(_ persons: Int, row: Int, column: Int) {
        let known = entry(row: row, column: column)
        if known >= 0 {
            entries.cells[Int(known)].persons += persons
            return
        }
        append(persons, row: row, column: column)
    }

    /// Adds persons to a pair that has no entry.
    func append(_ persons: Int, row: Int, column: Int) {
        let at = newEntry()
        let inRow = firstInRow.cells[row], inColumn = firstInColumn.cells[column]
        entries.cells[Int(at)] = SeatEntry(
            persons: persons, row: Int32(truncatingIfNeeded: row), column: Int32(truncatingIfNeeded: column),
            nextInRow: inRow, previousInRow: -1, nextInColumn: inColumn, previousInColumn: -1)
        if inRow >= 0 { entries.cells[Int(inRow)].previousInRow = at }
        if inColumn >= 0 { entries.cells[Int(inColumn)].previousInColumn = at }
        firstInRow.cells[row] = at
        firstInColumn.cells[column] = at
    }

    /// Lifts persons of an entry from their seats.
    func take(_ persons: Int, from at: Int32) {
        let cells = entries.cells
        cells[Int(at)].persons -= persons
        assert(cells[Int(at)].persons >= 0)
        guard cells[Int(at)].persons == 0 else { return }
        let gone = cells[Int(at)]
        if gone.previousInRow >= 0 {
            cells[Int(gone.previousInRow)].nextInRow = gone.nextInRow
        } else {
            firstInRow.cells[Int(gone.row)] = gone.nextInRow
        }
        if gone.nextInRow >= 0 { cells[Int(gone.nextInRow)].previousInRow = gone.previousInRow }
        if gone.previousInColumn >= 0 {
            cells[Int(gone.previousInColumn)].nextInColumn = gone.nextInColumn
        } else {
            firstInColumn.cells[Int(gone.column)] = gone.nextInColumn
        }
        if gone.nextInColumn >= 0 { cells[Int(gone.nextInColumn)].previousInColumn = gone.previousInColumn }
        cells[Int(at)].nextInRow = firstFree
        firstFree = at
    }

    private func newEntry() -> Int32 {
        if firstFree >= 0 {
            let at = firstFree
            firstFree = entries.cells[Int(at)].nextInRow
            return at
        }
        precondition(made < Int(Int32.max))
        entries.grow(to: made + 1, keeping: made)
        made += 1
        return Int32(truncatingIfNeeded: made - 1)
    }
}
