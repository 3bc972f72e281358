extension TrainingEstimate {
    /// The rows of the estimate.
    struct RowCutOffs: Sendable {
        var courses = RowCutOff<Graduates>()
        var levels = RowCutOff<Graduates>()
        var audiences = RowCutOff<Graduates>()
        var instructors = RowCutOff<Instructors>()
        var host = RowCutOff<[Double]>()
        var audienceNumbers = Interner<ID<Audience>>()
    }

    /// Source: MODEL §§ 4 and 5.
    init(
        _ input: TrainingEstimateStage.Input, _ tools: inout TrainingEstimateStage.Tools
    ) throws(Superseded) {
        let basis = tools.basis
        let horizon = input.horizon
        var courses = GraduateTally(periods: horizon.periods)
        var levels = courses
        var audiences = courses
        func tally(
            _ course: CourseEntry, _ audience: ID<Audience>?, _ share: GraduateTally.Share,
            _ rows: inout RowCutOffs
        ) {
            courses.add(course.number, share)
            if let level = course.level, let place = Course.Level.allCases.firstIndex(of: level) {
                levels.add(place, share)
            }
            if let audience { audiences.add(rows.audienceNumbers.number(of: audience), share) }
        }
        for entry in input.wanted {
            tally(entry.course, entry.demand.audience, .init(wanted: entry.demand.graduates), &tools.rows)
        }
        for (index, run) in input.runs.enumerated() {
            let outcome = input.outcomes[index]
            tally(
                run.course, run.audience,
                .init(
                    graduates: outcome.graduates, expected: outcome.expected, period: run.graduationPeriod(horizon)),
                &tools.rows)
        }
        let shares = ExpectedShares(
            runs: input.runs, input.outcomes, wanted: input.wanted, taken: input.taken, horizon)
        for taken in input.taken {
            let isWithin = horizon.contains(taken.endPeriod)
            tally(
                taken.demand.course, taken.demand.demand.audience,
                .init(
                    graduates: taken.graduates, expected: taken.graduates * shares.share(taken.demand.number),
                    period: isWithin ? taken.endPeriod : nil), &tools.rows)
        }
        byCourse = try courses.rows(&tools.rows.courses) { basis.numbers.entities.courses.keys[$0].text }
        byLevel = try levels.rows(&tools.rows.levels) { Course.Level.allCases[$0].rawValue }
        let names = tools.rows.audienceNumbers.keys
        byAudience = try audiences.rows(&tools.rows.audiences) { names[$0].text }
        instructors = try TrainingEstimate.instructors(input, &tools)
        runs = input.table.order.map { index in
            let run = input.runs[index]
            return RunRow(
                run: run.name, demand: run.demand.map { basis.numbers.entities.demands.keys[$0] },
                course: run.course.id, site: basis.id(ofSite: run.site), provider: run.provider, first: run.first,
                last: run.last, seats: run.seats, staffing: input.outcomes[index].staffing,
                graduates: input.outcomes[index].graduates)
        }
        var host: [(String, [Double])] = []
        for (index, capability) in input.stocks.enumerated() {
            host.append(
                (
                    basis.capability(capability).code,
                    try tools.rows.host.output(capability, input.hostSeries[index])
                ))
        }
        hostInstructors = Rows(host)
        infeasible = input.infeasible.map(\.id)
    }

    private static func instructors(
        _ input: TrainingEstimateStage.Input, _ tools: inout TrainingEstimateStage.Tools
    ) throws(Superseded) -> Rows<Instructors> {
        let periods = input.horizon.periods
        var required = SeriesTable<Int>(periods: periods)
        var local = required
        var filled = required
        for (number, teaching) in input.teaching.enumerated() {
            for row in teaching.instructors {
                required.set(row.course, number, row.need)
                local.set(row.course, number, row.local)
                filled.set(row.course, number, row.filled)
            }
        }
        var rows: [(String, Instructors)] = []
        for course in required.numbers {
            guard let series = required.row(course), let local = local.row(course), let filled = filled.row(course)
            else { continue }
            let row = Instructors(required: series, local: local, filled: filled)
            rows.append(
                (tools.basis.numbers.entities.courses.keys[course].text, try tools.rows.instructors.output(course, row))
            )
        }
        return Rows(rows)
    }
}
