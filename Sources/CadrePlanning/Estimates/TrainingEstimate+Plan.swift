extension TrainingEstimate {
    /// Source: MODEL §§ 4 and 5.
    init(_ basis: Basis, _ plan: ScenarioPlan) {
        let horizon = basis.horizon
        var courses = Tally(places: basis.courses.count, periods: horizon.periods)
        var levels = Tally(places: Course.Level.allCases.count, periods: horizon.periods)
        var audiences = Tally(places: 0, periods: horizon.periods)
        var audienceNames: [ID<Audience>] = []
        var audiencePlaces: [ID<Audience>: Int] = [:]
        func tally(
            _ course: Int, _ audience: ID<Audience>?, wanted: Int = 0, graduates: Double = 0, period: Int? = nil
        ) {
            courses.add(at: course, wanted: wanted, graduates, period)
            if let level = basis.courses[course].course.level, let place = Course.Level.allCases.firstIndex(of: level) {
                levels.add(at: place, wanted: wanted, graduates, period)
            }
            guard let audience else { return }
            let place = audiencePlaces[audience] ?? audienceNames.count
            if place == audienceNames.count {
                audiencePlaces[audience] = place
                audienceNames.append(audience)
                audiences.rows.append(nil)
            }
            audiences.add(at: place, wanted: wanted, graduates, period)
        }
        for index in plan.training.wanted {
            let entry = basis.demands[index]
            tally(entry.course, entry.demand.audience, wanted: entry.demand.graduates)
        }
        for (index, run) in plan.training.runs.enumerated() {
            tally(
                run.course, run.audience, graduates: plan.graduates[index], period: run.graduationPeriod(horizon))
        }
        for taken in plan.training.taken {
            let entry = basis.demands[taken.demand]
            tally(
                entry.course, entry.demand.audience, graduates: taken.graduates,
                period: horizon.contains(taken.endPeriod) ? taken.endPeriod : nil)
        }
        byCourse = courses.named { basis.courses[$0].id.text }
        byLevel = levels.named { Course.Level.allCases[$0].rawValue }
        byAudience = audiences.named { audienceNames[$0].text }
        instructors = TrainingEstimate.instructors(basis, plan)
        runs = plan.training.runOrder.map { index in
            let run = plan.training.runs[index]
            return RunRow(
                run: run.name, demand: run.demand.map { basis.demands[$0].id }, course: basis.courses[run.course].id,
                site: basis.sites[run.site].id, first: run.first, last: run.last, seats: run.seats,
                staffing: plan.staffing.atEnd[index], graduates: plan.graduates[index])
        }
        hostInstructors = Rows(basis.stocks.indices.map { (basis.stocks[$0].code, plan.host.series[$0]) })
        infeasible = plan.training.infeasible.map { basis.demands[$0].id }
    }

    /// Graduates wanted and expected, by course, level or audience.
    private struct Tally {
        var rows: [Graduates?]
        let periods: Int

        init(places: Int, periods: Int) {
            rows = Array(repeating: nil, count: places)
            self.periods = periods
        }

        mutating func add(at place: Int, wanted: Int, _ graduates: Double, _ period: Int?) {
            if rows[place] == nil {
                rows[place] = Graduates(wanted: 0, expected: 0, graduates: Array(repeating: 0, count: periods))
            }
            rows[place]?.wanted += wanted
            guard let period else { return }
            rows[place]?.expected += graduates
            rows[place]?.graduates[period] += graduates
        }

        func named(_ name: (Int) -> String) -> Rows<Graduates> {
            Rows(rows.enumerated().compactMap { place, row in row.map { (name(place), $0) } })
        }
    }

    private static func instructors(_ basis: Basis, _ plan: ScenarioPlan) -> Rows<Instructors> {
        let none = Array(repeating: 0, count: basis.horizon.periods)
        var rows: [Instructors?] = Array(repeating: nil, count: basis.courses.count)
        for (number, period) in plan.periods.enumerated() {
            for entry in period.instructors {
                let course = plan.training.runs[entry.run].course
                if rows[course] == nil { rows[course] = Instructors(required: none, local: none, filled: none) }
                rows[course]?.required[number] += entry.need
                rows[course]?.local[number] += entry.local
                rows[course]?.filled[number] += entry.filled
            }
        }
        return Rows(rows.enumerated().compactMap { course, row in row.map { (basis.courses[course].id.text, $0) } })
    }
}
