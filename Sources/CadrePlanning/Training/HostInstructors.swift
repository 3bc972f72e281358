#if canImport(Glibc)
    import Glibc
#endif

/// The stocks of host-nation instructors, period after period. Source: MODEL § 5.
struct HostInstructors: Equatable, Sendable {
    /// The levels at the start of each period reached so far, by stock.
    private(set) var series: [[Double]]
    private var level: [Double]
    /// Graduates who begin to teach, by stock and period.
    private var inflow: [[Double]]
    /// The share that stays from period to period.
    private let kept: Double
    private let posted: Double
    private let counts: [Basis.InstructorCountAt?]

    init(_ basis: Basis) {
        let periods = basis.horizon.periods
        series = Array(repeating: [], count: basis.stocks.count)
        level = Array(repeating: 0, count: basis.stocks.count)
        inflow = Array(repeating: Array(repeating: 0, count: periods), count: basis.stocks.count)
        let years = Double(basis.horizon.periodDays) / 365
        kept = pow(1 - basis.factors[.instructorAttrition], years)
        posted = basis.factors[.instructorPosted]
        counts = basis.instructorCounts
    }

    /// Adds graduates of a producing course.
    /// - Parameter period: The period in which they graduate.
    mutating func addGraduates(_ graduates: Double, stock: Int, period: Int, leadIn: Int) {
        let begin = period + leadIn
        guard inflow[stock].indices.contains(begin) else { return }
        inflow[stock][begin] += posted * graduates
    }

    /// Advances to a period and returns the number of each stock that is available in it.
    mutating func advance(to period: Int) -> [Int] {
        for stock in level.indices {
            if period > 0 { level[stock] = (level[stock] + inflow[stock][period - 1]) * kept }
            if let count = counts[stock], count.period == period { level[stock] = Double(count.count) }
            series[stock].append(level[stock])
        }
        return level.map(floorWhole)
    }
}
