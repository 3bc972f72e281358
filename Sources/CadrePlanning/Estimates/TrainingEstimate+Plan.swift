extension TrainingEstimate {
    /// Source: MODEL §§ 4 and 5.
    init(_ basis: Basis, _ plan: ScenarioPlan) {
        let horizon = basis.horizon
        var tally = Tally(periods: horizon.periods)
        for index in plan.training.wanted {
            let demand = basis.demands[index].demand
            tally.add(
                course: basis.courses[basis.demands[index].course], audience: demand.audience,
                wanted: demand.graduates)
        }
        for (index, run) in plan.training.runs.enumerated() {
            tally.add(
                course: basis.courses[run.course], audience: run.audience, graduates: plan.graduates[index],
                period: run.graduationPeriod(horizon))
        }
        for taken in plan.training.taken {
            let demand = basis.demands[taken.demand]
            tally.add(
                course: basis.courses[demand.course], audience: demand.demand.audience, graduates: taken.graduates,
                period: horizon.contains(taken.endPeriod) ? taken.endPeriod : nil)
        }
        byCourse = Rows(tally.courses.map { ($0.key.text, $0.value) })
        byLevel = Rows(tally.levels.map { ($0.key.rawValue, $0.value) })
        byAudience = Rows(tally.audiences.map { ($0.key.text, $0.value) })
        instructors = TrainingEstimate.instructors(basis, plan)
        runs = plan.training.runs.enumerated().map { index, run in
            RunRow(
                run: run.name, demand: run.demand.map { basis.demands[$0].id }, course: basis.courses[run.course].id,
                site: basis.sites[run.site].id, first: run.first, last: run.last, seats: run.seats,
                staffing: plan.staffing.atEnd[index], graduates: plan.graduates[index])
        }.sorted { ($0.first, $0.run) < ($1.first, $1.run) }
        hostInstructors = Rows(basis.stocks.indices.map { (basis.stocks[$0].code, plan.host.series[$0]) })
        infeasible = plan.training.infeasible.map { basis.demands[$0].id }
    }

    /// Graduates wanted and expected, by course, level and audience.
    private struct Tally {
        let periods: Int
        var courses: [ID<Course>: Graduates] = [:]
        var levels: [Course.Level: Graduates] = [:]
        var audiences: [ID<Audience>: Graduates] = [:]

        init(periods: Int) {
            self.periods = periods
        }

        mutating func add(
            course: Basis.CourseEntry, audience: ID<Audience>?, wanted: Int = 0, graduates: Double = 0,
            period: Int? = nil
        ) {
            let empty = Graduates(wanted: 0, expected: 0, graduates: Array(repeating: 0, count: periods))
            func note(_ row: inout Graduates) {
                row.wanted += wanted
                if let period {
                    row.expected += graduates
                    row.graduates[period] += graduates
                }
            }
            note(&courses[course.id, default: empty])
            if let level = course.course.level { note(&levels[level, default: empty]) }
            if let audience { note(&audiences[audience, default: empty]) }
        }
    }

    private static func instructors(_ basis: Basis, _ plan: ScenarioPlan) -> Rows<Instructors> {
        let none = Array(repeating: 0, count: basis.horizon.periods)
        var rows: [Int: Instructors] = [:]
        for (number, period) in plan.periods.enumerated() {
            for entry in period.instructors {
                let course = plan.training.runs[entry.run].course
                var row = rows[course] ?? Instructors(required: none, local: none, filled: none)
                rows[course] = nil
                row.required[number] += entry.need
                row.local[number] += entry.local
                row.filled[number] += entry.filled
                rows[course] = row
            }
        }
        return Rows(rows.map { (basis.courses[$0].id.text, $1) })
    }
}
