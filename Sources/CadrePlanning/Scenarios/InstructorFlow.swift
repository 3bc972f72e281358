/// The graduates of courses that train instructors, while a plan goes from period to period. Source: MODEL §§ 4 and 5.
struct InstructorFlow: Sendable {
    private let table: RunTable
    private let horizon: Horizon
    /// The index of the stock that a course's graduates enter, by the number of their capability.
    private let stocks: [Int: Int]
    /// The sums of the runs' shares so far.
    private var sums: [Double]
    private(set) var host: HostInstructors

    init(_ table: RunTable, _ basis: Basis) {
        self.table = table
        horizon = basis.horizon
        stocks = Dictionary(uniqueKeysWithValues: basis.stocks.enumerated().map { ($1, $0) })
        sums = Array(repeating: 0, count: table.runs.count)
        host = HostInstructors(basis)
        // The graduates of completed runs are known before anything is planned.
        for run in table.runs where run.course.produces != nil {
            guard let actual = run.actual, horizon.contains(actual.period) else { continue }
            add(Double(actual.graduates), of: run, in: actual.period)
        }
    }

    /// Advances to a period and returns the number of each stock that is available in it.
    mutating func advance(to period: Int) -> [Int] { host.advance(to: period) }

    /// Takes in the shares of a period; runs that end in it graduate.
    mutating func close(_ period: Int, _ teaching: Teaching) {
        for place in table.producing[period] {
            let index = table.active[period][place]
            let run = table.runs[index]
            sums[index] += RunOutcome.counted(teaching.runs[place].ratio, of: run, in: period, horizon)
            if period == run.last, run.actual == nil {
                add(RunOutcome(run, ratios: sums[index], horizon).graduates, of: run, in: period)
            }
        }
    }

    private mutating func add(_ graduates: Double, of run: CourseRun, in period: Int) {
        guard let produces = run.course.produces, let stock = stocks[produces] else { return }
        host.addGraduates(graduates, stock: stock, period: period, leadIn: run.course.leadIn)
    }
}
