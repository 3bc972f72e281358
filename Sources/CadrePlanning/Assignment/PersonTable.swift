/// The persons of each row in each column, without the empty pairs: few columns have more than a handful of rows.
///
/// Rows are classes and columns kinds in rules 1 to 3, pledges and nodes in rule 4. An entry exists while it has
/// persons or had any before. Its index stays the same as long as it exists.
final class PersonTable<Row: DenseIndex, Column: DenseIndex> {
    typealias Entry = PersonEntry<Row, Column>

    private let storage = Arena<EntryIndex, Entry>()
    private let rowHeads = Arena<Row, EntryIndex>()
    private let columnHeads = Arena<Column, EntryIndex>()
    private var made = 0
    /// Removed entries, linked by `nextInRow`.
    private var firstFree = EntryIndex.end

    /// The entries, valid until one is added.
    var entries: Cells<EntryIndex, Entry> { storage.cells }
    /// The first entry of each row and column.
    var firstInRow: Cells<Row, EntryIndex> { rowHeads.cells }
    var firstInColumn: Cells<Column, EntryIndex> { columnHeads.cells }

    /// Removes all entries and makes room for rows and columns.
    func clear(rows: Int, columns: Int) {
        precondition(rows < Int(Int32.max) && columns < Int(Int32.max))
        rowHeads.reset(rows, to: .end)
        columnHeads.reset(columns, to: .end)
        made = 0
        firstFree = .end
    }

    /// Returns the entry of a pair, or `end`.
    func entry(_ row: Row, _ column: Column) -> EntryIndex {
        let entries = storage.cells
        var at = rowHeads.cells[row]
        while at != .end, entries[at].column != column { at = entries[at].nextInRow }
        return at
    }

    /// Adds persons to a pair.
    func add(_ persons: Int, _ row: Row, _ column: Column) {
        let known = entry(row, column)
        if known == .end {
            append(persons, row, column)
        } else {
            entries[known].persons += persons
        }
    }

    /// Adds persons to a pair that has no entry.
    func append(_ persons: Int, _ row: Row, _ column: Column, before: Int = 0) {
        let at = newEntry()
        let entries = storage.cells, inRow = rowHeads.cells[row], inColumn = columnHeads.cells[column]
        entries[at] = Entry(
            persons: persons, before: before, row: row, column: column, nextInRow: inRow, previousInRow: .end,
            nextInColumn: inColumn, previousInColumn: .end)
        if inRow != .end { entries[inRow].previousInRow = at }
        if inColumn != .end { entries[inColumn].previousInColumn = at }
        rowHeads.cells[row] = at
        columnHeads.cells[column] = at
    }

    /// Removes persons from an entry.
    func remove(_ persons: Int, from at: EntryIndex) {
        let entries = storage.cells
        let left = entries[at].persons - persons
        entries[at].persons = left
        assert(left >= 0)
        if left == 0, entries[at].before == 0 { unlink(at) }
    }

    private func unlink(_ at: EntryIndex) {
        let entries = storage.cells, gone = entries[at]
        if gone.previousInRow == .end {
            rowHeads.cells[gone.row] = gone.nextInRow
        } else {
            entries[gone.previousInRow].nextInRow = gone.nextInRow
        }
        if gone.nextInRow != .end { entries[gone.nextInRow].previousInRow = gone.previousInRow }
        if gone.previousInColumn == .end {
            columnHeads.cells[gone.column] = gone.nextInColumn
        } else {
            entries[gone.previousInColumn].nextInColumn = gone.nextInColumn
        }
        if gone.nextInColumn != .end { entries[gone.nextInColumn].previousInColumn = gone.previousInColumn }
        entries[at].nextInRow = firstFree
        firstFree = at
    }

    private func newEntry() -> EntryIndex {
        if firstFree != .end {
            let at = firstFree
            firstFree = storage.cells[at].nextInRow
            return at
        }
        precondition(made < Int(Int32.max))
        storage.grow(to: made + 1, keeping: made)
        made += 1
        return EntryIndex(made - 1)
    }
}
