/// The plan of one scenario or sample: posts, fill, training, period by period. Source: MODEL §§ 4 to 7.
struct ScenarioPlan: Sendable {
    /// One period as it was planned.
    struct Period: Sendable {
        /// In the strict order of MODEL § 7, with what is filled.
        let groups: [Group]
        /// Pledges at hand, in the order of calling up.
        let supplies: [AssignmentSupply]
        let totals: AssignmentTotals
        /// By site: persons there, and students who live there.
        let population: [Int]
        /// By site: rooms in use.
        let classrooms: [Int]
        /// By own run active in the period: instructors needed, local and filled.
        let instructors: [(run: Int, need: Int, local: Int, filled: Int)]
    }

    /// How far the assignment is taken: a sample of posts needs no more than their fill.
    enum Depth {
        /// Rule 1 of MODEL § 7: nobody's name is on a post, `used` is empty.
        case filled
        /// Rules 1 to 3.
        case assigned
    }

    let selection: Selection
    let training: TrainingPlan
    private(set) var periods: [Period] = []
    private(set) var staffing: Staffing
    /// By run: who graduates within the horizon.
    private(set) var graduates: [Double]
    private(set) var host: HostInstructors

    /// - Parameter supplyFrom: The day from which a pledge's people come, by its index and what it says (MODEL § 9).
    init(
        _ basis: Basis, _ selection: Selection, solver: inout AssignmentSolver, depth: Depth = .assigned,
        supplyFrom: ((Int, Day) -> Day)? = nil, isStopped: () -> Bool
    ) throws(Superseded) {
        self.selection = selection
        let enabling = EnablingPosts(basis)
        training = TrainingPlan(basis, selection, enablingCapabilities: enabling.capabilities)
        staffing = Staffing(runs: training.runs.count)
        graduates = Array(repeating: 0, count: training.runs.count)
        host = HostInstructors(basis)
        let requirements = PeriodRequirements(basis, selection, training, enabling)
        let supply = PeriodSupply(basis, selection, supplyFrom: supplyFrom)
        let gates = Gates(basis, enabling)
        periods.reserveCapacity(basis.horizon.periods)
        noteKnownGraduates(basis)

        var local = Array(repeating: 0, count: training.entryCount)
        for period in 0..<basis.horizon.periods {
            if period == basis.horizon.now { staffing.forgetThePast() }
            let groups = requirements.groups(period, hostInstructors: host.open(period), local: &local)
            let supplies = supply.supplies[period]
            let assignment = AssignmentPeriod(basis, groups, supplies)
            let totals =
                switch depth {
                case .filled:
                    AssignmentTotals(
                        filled: try solver.fill(assignment, isStopped: isStopped), used: [], usedInTheatre: [])
                case .assigned: try solver.totals(assignment, isStopped: isStopped)
                }
            close(period, groups, local, supplies, totals, gates, requirements.active[period], basis)
        }
    }

    /// A completed run's graduates are known before it is planned.
    private mutating func noteKnownGraduates(_ basis: Basis) {
        for (index, run) in training.runs.enumerated() {
            guard let actual = run.actual, basis.horizon.contains(actual.period) else { continue }
            graduate(index, Double(actual.graduates), in: actual.period, basis)
        }
    }

    private mutating func graduate(_ index: Int, _ count: Double, in period: Int, _ basis: Basis) {
        graduates[index] = count
        let course = basis.courses[training.runs[index].course]
        if let stock = course.stock {
            host.graduated(count, stock: stock, period: period, leadIn: course.leadIn)
        }
    }

    /// Staffing, students and graduates of a period, once its posts are filled.
    /// - Parameters:
    ///   - local: By entry of all runs.
    ///   - active: Runs at work in the period.
    private mutating func close(
        _ period: Int, _ unfilled: [Group], _ local: [Int], _ supplies: [AssignmentSupply],
        _ totals: AssignmentTotals, _ gates: Gates, _ active: [Int], _ basis: Basis
    ) {
        var groups = unfilled
        var population = Array(repeating: 0, count: basis.sites.count)
        var classrooms = population
        var filled = Array(repeating: 0, count: training.entryCount)
        for index in groups.indices {
            groups[index].filled = totals.filled[index]
            population[groups[index].site] += groups[index].filled
            if case .course(let run, let entry) = groups[index].kind {
                filled[training.runs[run].entryBase + entry] = groups[index].filled
            }
        }
        let gate = gates.ratios(groups, basis)
        var instructors: [(run: Int, need: Int, local: Int, filled: Int)] = []
        for index in active {
            let run = training.runs[index]
            let course = basis.courses[run.course]
            var ratio = 1.0
            if !run.isProvided {
                var sums = (need: 0, local: 0, filled: 0)
                for (entry, need) in run.needs.enumerated() where need > 0 {
                    let place = run.entryBase + entry
                    ratio = min(ratio, Double(local[place] + filled[place]) / Double(need))
                    sums.need += need
                    sums.local += local[place]
                    sums.filled += filled[place]
                }
                ratio = min(ratio, gate[run.site])
                instructors.append((index, sums.need, sums.local, sums.filled))
                classrooms[run.site] += course.classrooms
            }
            staffing.note(index, ratio: ratio, isFirst: period == max(run.first, 0))
            let taught = Staffing.students(seats: run.seats, staffing: staffing.least[index])
            if !run.isProvided {
                if course.isBoarded { population[run.site] += taught }
            }
            if run.actual == nil, period == run.last {
                graduate(index, Double(taught) * course.passRate, in: period, basis)
            }
        }
        periods.append(
            Period(
                groups: groups, supplies: supplies, totals: totals, population: population, classrooms: classrooms,
                instructors: instructors))
    }
}

extension AssignmentPeriod {
    init(_ basis: Basis, _ groups: [Group], _ supplies: [AssignmentSupply]) {
        self.init(
            groups: groups.map {
                AssignmentGroup(
                    key: $0.key, signature: $0.signature, posts: $0.posts,
                    inTheatre: basis.inTheatre[$0.site])
            }, supplies: supplies)
    }
}

extension ScenarioPlan {
    /// At in-theatre sites.
    func strength(_ basis: Basis) -> Strength {
        var strength = Strength(periods: periods.count)
        for (number, period) in periods.enumerated() {
            for group in period.groups where basis.inTheatre[group.site] {
                strength.required[number] += group.posts
                strength.filled[number] += group.filled
            }
        }
        return strength
    }

    /// Of runs and of places abroad, within the horizon.
    func expectedGraduates(_ basis: Basis) -> Double {
        let abroad = training.taken.reduce(0) { basis.horizon.contains($1.endPeriod) ? $0 + $1.graduates : $0 }
        return graduates.reduce(abroad, +)
    }

    /// By priority 1 … 5, from now on, at all sites. Source: MODEL § 12.
    func gapPersonPeriods(_ basis: Basis) -> [Int] {
        var gaps = Array(repeating: 0, count: 5)
        for period in periods.dropFirst(basis.horizon.now) {
            for group in period.groups where gaps.indices.contains(group.priority - 1) {
                gaps[group.priority - 1] += group.gap
            }
        }
        return gaps
    }
}
