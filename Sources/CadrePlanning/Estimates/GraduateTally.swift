/// Graduates wanted and expected, by number: of a course, level or audience.
struct GraduateTally {
    /// The part of one demand, run or pledge of places.
    struct Share {
        var wanted = 0
        var graduates = 0.0
        var expected = 0.0
        /// The period in which they graduate, or `nil` if it is outside the horizon.
        var period: Int?
    }

    private var all: [TrainingEstimate.Graduates?] = []
    private let periods: Int

    init(periods: Int) {
        self.periods = periods
    }

    mutating func add(_ number: Int, _ share: Share) {
        if number >= all.count { all += Array(repeating: nil, count: number + 1 - all.count) }
        if all[number] == nil {
            all[number] = .init(
                wanted: 0, expected: 0, others: 0, graduates: Array(repeating: 0, count: periods))
        }
        all[number]?.wanted += share.wanted
        guard let period = share.period else { return }
        all[number]?.expected += share.expected
        all[number]?.others += share.graduates - share.expected
        all[number]?.graduates[period] += share.graduates
    }

    func rows(
        _ cache: inout RowCutOff<TrainingEstimate.Graduates>, name: (Int) -> String
    ) throws(Superseded) -> Rows<TrainingEstimate.Graduates> {
        var rows: [(String, TrainingEstimate.Graduates)] = []
        for (number, row) in all.enumerated() {
            guard let row else { continue }
            rows.append((name(number), try cache.output(number, row)))
        }
        return Rows(rows)
    }
}
