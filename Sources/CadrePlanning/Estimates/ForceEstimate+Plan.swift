extension ForceEstimate {
    /// The rows of the estimate.
    struct RowCutOffs: Sendable {
        var capabilities = RowCutOff<Strength>()
        var sites = RowCutOff<Strength>()
        var lines = RowCutOff<Strength>()
        var byNation = StageCache<NationRowsStage>()
        var hosted = StageCache<HostedPostsStage>()
        var nations = RowCutOff<[Int]>()
    }

    /// Source: MODEL §§ 6, 7 and 12.
    init(_ input: ForceEstimateStage.Input, _ tools: inout ForceEstimateStage.Tools) throws(Superseded) {
        let basis = tools.basis
        let figures = input.figures
        let periods = figures.count
        inTheatre = Strength(figures.map(\.inTheatre))
        abroad = Strength(figures.map(\.abroad))
        visiting = Strength(figures.map(\.visiting))
        byCapability = try ForceEstimate.rows(
            figures, \.capabilities, periods, &tools.rows.capabilities, name: { basis.capability($0).code })
        // A site has its row also if it never has people.
        bySite = try ForceEstimate.rows(
            figures, \.sites, periods, &tools.rows.sites, also: input.sites,
            name: { basis.id(ofSite: $0).text })
        byLine = try ForceEstimate.rows(
            figures, \.lines, periods, &tools.rows.lines, name: { basis.numbers.entities.lines.keys[$0].text })
        byNation = try tools.rows.byNation.output(0, input.nations, &tools.nations)
        hosted = try tools.rows.hosted.output(0, .init(enabling: input.enabling, rules: input.rules), &tools.basis)
    }

    private static func rows(
        _ figures: [PeriodFigures], _ part: KeyPath<PeriodFigures, [PeriodFigures.Row]>, _ periods: Int,
        _ cache: inout RowCutOff<Strength>, also: [Int] = [], name: (Int) -> String
    ) throws(Superseded) -> Rows<Strength> {
        var required = SeriesTable<Int>(periods: periods)
        var filled = SeriesTable<Int>(periods: periods)
        for number in also {
            required.touch(number)
            filled.touch(number)
        }
        for (period, figure) in figures.enumerated() {
            for row in figure[keyPath: part] {
                required.set(row.number, period, row.count.required)
                filled.set(row.number, period, row.count.filled)
            }
        }
        var rows: [(String, Strength)] = []
        for number in required.numbers {
            guard let series = required.row(number), let filled = filled.row(number) else { continue }
            rows.append((name(number), try cache.output(number, Strength(required: series, filled: filled))))
        }
        return Rows(rows)
    }
}

extension Strength {
    init(_ counts: [PeriodFigures.Count]) {
        self.init(required: counts.map(\.required), filled: counts.map(\.filled))
    }
}
