/// The plan of one scenario or sample: posts, fill, training, period by period. Source: MODEL §§ 4 to 7.
struct ScenarioPlan: Sendable {
    /// Instructors of one run in one period.
    struct Instructors: Equatable, Sendable {
        let run: Int
        let need: Int
        let local: Int
        let filled: Int
    }

    /// How far the assignment is taken: a sample of posts needs no more than their fill.
    enum Depth {
        /// Rule 1 of MODEL § 7: nobody's name is on a post, `used` is empty.
        case filled
        /// Rules 1 to 3.
        case assigned
    }

    /// Shared by all plans that were made after one another with nothing but pledges changing: numbers of groups and
    /// pledges mean the same in all of them.
    final class Frame: Sendable {}

    let frame: Frame
    let selection: Selection
    private(set) var training: TrainingPlan
    /// What depends on no pledge.
    private let requirements: PeriodRequirements
    private let gates: Gates
    private(set) var periods: [Period] = []
    private(set) var staffing: Staffing
    /// By run: who graduates within the horizon.
    private(set) var graduates: [Double]
    private(set) var host: HostInstructors

    /// Plans from nothing.
    /// - Parameter supplyFrom: The day from which a pledge's people come, by its index and what it says (MODEL § 9).
    init(
        _ basis: Basis, _ selection: Selection, solver: inout AssignmentSolver, depth: Depth = .assigned,
        supplyFrom: ((Int, Day) -> Day)? = nil, isStopped: () -> Bool
    ) throws(Superseded) {
        frame = Frame()
        self.selection = selection
        let enabling = EnablingPosts(basis)
        training = TrainingPlan(basis, selection, enablingCapabilities: enabling.capabilities)
        staffing = Staffing(training.runs, basis.horizon)
        graduates = Array(repeating: 0, count: training.runs.count)
        host = HostInstructors(basis)
        requirements = PeriodRequirements(basis, selection, training, enabling)
        gates = Gates(basis, enabling)
        let supply = PeriodSupply(basis, selection, supplyFrom: supplyFrom)
        periods.reserveCapacity(basis.horizon.periods)
        noteKnownGraduates(basis)

        var entries = Entries(count: training.entryCount)
        for period in 0..<basis.horizon.periods {
            let atHand = host.open(period)
            let groups = requirements.groups(
                period, basis, selection, training, hostInstructors: atHand, local: &entries.local)
            let supplies = supply.supplies[period]
            let (totals, placed) = try ScenarioPlan.totals(
                AssignmentPeriod(basis, groups, supplies), depth, solver: &solver, isStopped: isStopped)
            _ = close(period, groups, &entries, supplies, totals, placed, hostInstructors: atHand, basis)
        }
    }

    /// What of a plan differs from the one that it was made after.
    struct Difference: Sendable {
        /// Periods with other posts, fill, instructors, students or rooms in use.
        var closed: [Int] = []
        /// Periods in which other people may be used.
        var used: [Int] = []
        var isTrainingSame = true
        /// Pledges that count now and did not, or the reverse, or that say something else.
        var pledges: [Int] = []
    }

    /// Plans anew where a plan of the same frame, all but pledges being equal, does not hold any more.
    /// - Parameters:
    ///   - changed: Pledges whose documents differ, by index.
    ///   - earlier: The basis of `previous`, which is assigned.
    init(
        _ basis: Basis, _ selection: Selection, after previous: ScenarioPlan, of earlier: Basis, changed: [Int],
        solver: inout AssignmentSolver, depth: Depth = .assigned, difference: inout Difference,
        isStopped: () -> Bool
    ) throws(Superseded) {
        precondition(selection.elements == previous.selection.elements)
        frame = previous.frame
        self.selection = selection
        training = previous.training
        requirements = previous.requirements
        gates = previous.gates
        staffing = previous.staffing
        graduates = previous.graduates
        host = HostInstructors(basis)
        difference.pledges = ScenarioPlan.pledges(changed, selection, previous.selection)
        if difference.pledges.contains(where: { basis.arePlaces($0) || earlier.arePlaces($0) }) {
            training.takePlaces(basis, selection)
            difference.isTrainingSame = training.taken == previous.training.taken
        }
        let changes = PeriodSupply.changes(basis, selection, since: earlier, previous.selection, changed: changed)
        let supply = PeriodSupply(previous.periods, changes, basis)
        periods.reserveCapacity(previous.periods.count)
        noteKnownGraduates(basis)

        var entries = Entries(count: training.entryCount)
        // Whether a run is staffed otherwise than it was, in the period before and in this one.
        var isStaffedAnew = false
        for (period, before) in previous.periods.enumerated() {
            let atHand = host.open(period)
            let supplies = supply.supplies[period]
            let touching = changes.filter { $0.touches(period) }
            let isAsked = atHand == before.hostInstructors
            if isAsked, touching.isEmpty, !isStaffedAnew {
                periods.append(before)
                passOnGraduates(of: period, basis)
                continue
            }
            var groups = before.groups
            if isAsked {
                setLocal(of: period, before.local, in: &entries.local)
            } else {
                groups = requirements.groups(
                    period, basis, selection, training, hostInstructors: atHand, local: &entries.local)
            }
            let totals: AssignmentTotals
            var placed = before.placed
            let isAlike = isAsked || groups.elementsEqual(before.groups, by: { $0.asksAlike($1) })
            if isAlike, touching.isEmpty {
                totals = before.totals
            } else if isAlike, let known = before.totals(with: supplies, touching, in: period) {
                totals = known
            } else if isAlike, touching.count <= PlanningLimits.changesFollowedMax {
                (totals, placed) = try ScenarioPlan.totals(
                    AssignmentPeriod(basis, groups, supplies), depth, after: before, basis, solver: &solver,
                    isStopped: isStopped)
                difference.used.append(period)
            } else {
                (totals, placed) = try ScenarioPlan.totals(
                    AssignmentPeriod(basis, groups, supplies), depth, solver: &solver, isStopped: isStopped)
                difference.used.append(period)
            }
            if isAsked, !isStaffedAnew, totals.filled == before.totals.filled {
                periods.append(before.filled(by: supplies, totals, placed))
                passOnGraduates(of: period, basis)
                continue
            }
            isStaffedAnew = close(period, groups, &entries, supplies, totals, placed, hostInstructors: atHand, basis)
            if !periods[period].isClosed(as: before) { difference.closed.append(period) }
            if periods[period].instructors != before.instructors { difference.isTrainingSame = false }
        }
        if graduates != previous.graduates || staffing.atStart != previous.staffing.atStart
            || staffing.atEnd != previous.staffing.atEnd
            || host.series != previous.host.series
        {
            difference.isTrainingSame = false
        }
    }

    private static func pledges(_ changed: [Int], _ selection: Selection, _ before: Selection) -> [Int] {
        guard selection.pledges != before.pledges else { return changed }
        let moved = before.pledges.indices.filter { selection.pledges[$0] != before.pledges[$0] }
        return Set(changed + moved).sorted()
    }

    private static func totals(
        _ period: AssignmentPeriod, _ depth: Depth, solver: inout AssignmentSolver, isStopped: () -> Bool
    ) throws(Superseded) -> (AssignmentTotals, [Placed]) {
        switch depth {
        case .filled:
            let filled = try solver.fill(period, isStopped: isStopped)
            return (AssignmentTotals(filled: filled, used: [], usedInTheatre: []), [])
        case .assigned:
            let totals = try solver.totals(period, isStopped: isStopped)
            return (totals, solver.placement)
        }
    }

    private static func totals(
        _ period: AssignmentPeriod, _ depth: Depth, after before: Period, _ basis: Basis,
        solver: inout AssignmentSolver, isStopped: () -> Bool
    ) throws(Superseded) -> (AssignmentTotals, [Placed]) {
        func inTheatre() -> [Bool] { basis.network.signatures.map { basis.inTheatre[$0.site] } }
        switch depth {
        case .filled:
            let filled = try solver.fill(
                period, after: before.supplies, before.totals.filled, before.placed, inTheatre: inTheatre,
                isStopped: isStopped)
            return (AssignmentTotals(filled: filled, used: [], usedInTheatre: []), [])
        case .assigned:
            return try solver.totals(
                period, after: before.supplies, before.totals, before.placed, inTheatre: inTheatre,
                isStopped: isStopped)
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
        if graduates[index] != count { graduates[index] = count }
        let course = basis.courses[training.runs[index].course]
        if let stock = course.stock {
            host.graduated(count, stock: stock, period: period, leadIn: course.leadIn)
        }
    }

    /// Graduates of a period that is as it was begin to teach as they did.
    private mutating func passOnGraduates(of period: Int, _ basis: Basis) {
        for index in requirements.graduating[period] { graduate(index, graduates[index], in: period, basis) }
    }

    private func setLocal(of period: Int, _ compact: [Int], in local: inout [Int]) {
        var place = 0
        for index in requirements.active[period] {
            let run = training.runs[index]
            for entry in run.needs.indices {
                local[run.entryBase + entry] = compact[place]
                place += 1
            }
        }
    }

    /// Instructors by entry of all runs, right of those at work in the period at hand.
    private struct Entries {
        var local: [Int]
        var filled: [Int]

        init(count: Int) {
            local = Array(repeating: 0, count: count)
            filled = local
        }
    }

    /// Staffing, students and graduates of a period, once its posts are filled.
    /// - Parameters:
    ///   - entries: Local instructors are known.
    ///   - hostInstructors: By stock: at hand.
    /// - Returns: Whether a run that works on is staffed otherwise than was noted before.
    private mutating func close(
        _ period: Int, _ unfilled: [Group], _ entries: inout Entries, _ supplies: [AssignmentSupply],
        _ totals: AssignmentTotals, _ placed: [Placed], hostInstructors: [Int], _ basis: Basis
    ) -> Bool {
        var groups = unfilled
        var population = Array(repeating: 0, count: basis.sites.count)
        var classrooms = population
        var filledInAll = 0
        var gaps = Array(repeating: 0, count: 5)
        for index in requirements.active[period] {
            let run = training.runs[index]
            for entry in run.needs.indices { entries.filled[run.entryBase + entry] = 0 }
        }
        for index in groups.indices {
            groups[index].filled = totals.filled[index]
            population[groups[index].site] += groups[index].filled
            filledInAll += groups[index].filled
            if gaps.indices.contains(groups[index].priority - 1) {
                gaps[groups[index].priority - 1] += groups[index].gap
            }
            if case .course(let run, let entry) = groups[index].kind {
                entries.filled[training.runs[run].entryBase + entry] = groups[index].filled
            }
        }
        let gate = gates.ratios(groups, basis)
        var instructors: [Instructors] = []
        var compact: [Int] = []
        var isStaffedAnew = false
        for index in requirements.active[period] {
            let run = training.runs[index]
            let course = basis.courses[run.course]
            var ratio = 1.0
            for entry in run.needs.indices { compact.append(entries.local[run.entryBase + entry]) }
            if !run.isProvided {
                var sums = (need: 0, local: 0, filled: 0)
                for (entry, need) in run.needs.enumerated() where need > 0 {
                    let place = run.entryBase + entry
                    ratio = min(ratio, Double(entries.local[place] + entries.filled[place]) / Double(need))
                    sums.need += need
                    sums.local += entries.local[place]
                    sums.filled += entries.filled[place]
                }
                ratio = min(ratio, gate[run.site])
                instructors.append(Instructors(run: index, need: sums.need, local: sums.local, filled: sums.filled))
                classrooms[run.site] += course.classrooms
            }
            let isNews = staffing.note(
                index, ratio: ratio, in: period, forgetsThePast: period == basis.horizon.now)
            isStaffedAnew = isStaffedAnew || isNews
            let taught = Staffing.students(seats: run.seats, staffing: staffing.least(index, in: period))
            if !run.isProvided {
                if course.isBoarded { population[run.site] += taught }
            }
            if run.actual == nil, period == run.last {
                graduate(index, Double(taught) * course.passRate, in: period, basis)
            }
        }
        periods.append(
            Period(
                groups: groups, supplies: supplies, totals: totals, placed: placed, hostInstructors: hostInstructors,
                local: compact, population: population, classrooms: classrooms, instructors: instructors,
                filledInAll: filledInAll,
                gaps: gaps))
        return isStaffedAnew
    }
}

extension Basis {
    fileprivate func arePlaces(_ pledge: Int) -> Bool {
        if pledge < pledges.count, case .trainingPlaces = pledges[pledge].pledge.offer { true } else { false }
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
