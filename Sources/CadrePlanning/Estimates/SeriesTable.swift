/// Series by number, filled period by period: a row for every number that ever comes up.
struct SeriesTable<Value: Equatable & Sendable & ExpressibleByIntegerLiteral> {
    private let periods: Int
    /// Row after row: one array, because tables of a thousand rows are filled for every event.
    private var cells: [Value] = []
    private var isUsed: [Bool] = []

    init(periods: Int) {
        self.periods = periods
    }

    /// The numbers up to the greatest that occurred.
    var numbers: Range<Int> { 0..<isUsed.count }

    /// Returns the row of a number, or `nil` if it never occurred.
    func row(_ number: Int) -> [Value]? {
        guard number < isUsed.count, isUsed[number] else { return nil }
        return Array(cells[number * periods..<(number + 1) * periods])
    }

    /// Adds a row of zeros if the number has no row.
    mutating func touch(_ number: Int) {
        if number >= isUsed.count {
            cells += Array(repeating: 0, count: (number + 1 - isUsed.count) * periods)
            isUsed += Array(repeating: false, count: number + 1 - isUsed.count)
        }
        isUsed[number] = true
    }

    mutating func set(_ number: Int, _ period: Int, _ value: Value) {
        touch(number)
        cells[number * periods + period] = value
    }
}
