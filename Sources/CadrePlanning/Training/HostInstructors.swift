#if canImport(Glibc)
    import Glibc
#endif

/// The stocks of host-nation instructors, period after period. Source: MODEL § 5.
struct HostInstructors: Sendable {
    /// By stock: L at the start of each period reached so far.
    private(set) var series: [[Double]]
    private var level: [Double]
    /// Graduates who begin to teach, by stock and period.
    private var inflow: [[Double]]
    private let kept: Double
    private let posted: Double
    private let counts: [(period: Int, count: Int)?]

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

    /// Graduates of a producing course, in the period in which they leave it.
    mutating func graduated(_ graduates: Double, stock: Int, period: Int, leadIn: Int) {
        let begin = period + leadIn
        guard inflow[stock].indices.contains(begin) else { return }
        inflow[stock][begin] += posted * graduates
    }

    /// Opens a period and gives how many of each stock are at hand in it.
    mutating func open(_ period: Int) -> [Int] {
        for stock in level.indices {
            if period > 0 { level[stock] = (level[stock] + inflow[stock][period - 1]) * kept }
            if let count = counts[stock], count.period == period { level[stock] = Double(count.count) }
            series[stock].append(level[stock])
        }
        return level.map(floorWhole)
    }
}
