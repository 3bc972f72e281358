/// Persons of a row in a column, linked with the other entries of both.
struct PersonEntry<Row: DenseIndex, Column: DenseIndex>: BitwiseCopyable {
    var persons: Int
    /// Persons of the pair in the previous period: they stay if they are here again. 0 outside rule 4.
    var before: Int
    var row: Row
    var column: Column
    var nextInRow: EntryIndex
    var previousInRow: EntryIndex
    var nextInColumn: EntryIndex
    var previousInColumn: EntryIndex
}
