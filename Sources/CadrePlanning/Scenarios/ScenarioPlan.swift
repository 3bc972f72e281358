/// The plan of one scenario or sample: posts, fill and training, period by period. Source: MODEL §§ 4 to 7.
struct ScenarioPlan: Sendable {
    /// The extent to which the assignment is computed.
    enum Detail: Sendable {
        /// Rule 1 of MODEL § 7: no names on posts, `used` is empty.
        case filled
        /// Rules 1 to 3.
        case assigned
    }

    let selection: Selection
    let training: TrainingPlan
    let runTable: RunTable
    let rules: RuleTable
    /// The rules of the sites, by number; `nil` for sites abroad.
    let siteRules: [SiteRules?]
    private(set) var periods: [PlannedPeriod] = []
    /// The outcomes of the runs.
    private(set) var outcomes: [RunOutcome] = []
    private(set) var host: HostInstructors
    private(set) var stages: ScenarioStages

    /// Plans a scenario of a state.
    /// - Parameters:
    ///   - basis: The state.
    ///   - selection: The elements that are in and the pledges that count.
    ///   - arrivals: The day on which a pledge's people come, by its number, if it is not the pledged one.
    ///   - previous: A plan of any state with the same numbers, whose stages are used again; no figure depends on it.
    init(
        _ basis: Basis, _ selection: Selection, arrivals: [Int: Day] = [:], detail: Detail = .assigned,
        after previous: ScenarioPlan?, _ tools: inout SolverTools
    ) throws(Superseded) {
        let horizon = basis.horizon
        var stages = previous?.stages ?? ScenarioStages()
        self.selection = selection
        training = try TrainingPlan(basis, selection, &stages.training)
        let table = try stages.ruleTable.output(0, RuleTable(basis.factors, basis.numbers.capabilities))
        rules = table
        siteRules = try ScenarioPlan.siteRules(basis, selection, table, &stages)
        host = HostInstructors(basis)
        let lines = try ScenarioPlan.lines(basis, selection, table, &stages)
        let slotsOfRuns = try ScenarioPlan.runSlots(basis, training, &stages)
        runTable = try stages.runTable.output(0, .init(runs: training.runs, horizon: horizon))
        let slots = try stages.slots.output(
            0, .init(lines: lines, runs: runTable, runSlots: slotsOfRuns, horizon: horizon))
        let lineRules = try ScenarioPlan.lineRules(lines, &stages)
        let supplies = try stages.supplies.output(
            0,
            .init(order: basis.callUpOrder, counts: selection.pledges, arrivals: arrivals, horizon: horizon))
        let relief = Relief(
            stocks: basis.stocks.map { basis.capability($0) }, mentorShare: basis.factors[.mentorShare])
        let covered = try ScenarioPlan.stocksCovered(basis, &stages)
        let sites = try ScenarioPlan.enablingSites(basis, table, siteRules, &stages)
        // Headquarters count all principals in theatre: without such a rule no site depends on another.
        let hqSite = basis.hqSite.flatMap { basis.inTheatre[$0] && table.hasHeadquarters ? $0 : nil }
        self.stages = stages
        var flow = InstructorFlow(runTable, basis)
        periods.reserveCapacity(horizon.periods)
        for period in 0..<horizon.periods {
            if tools.isStopped() { throw Superseded() }
            let given = try self.stages.given.output(
                period,
                .init(
                    slots: slots.slots[period], runs: slots.runs[period], atHand: flow.advance(to: period),
                    relief: relief,
                    stocksCovered: covered, rules: table, sites: basis.inTheatre.count))
            let enabling = try enabling(period, .init(given: given, sites: sites, rules: table, hqSite: hqSite))
            let groups = try self.stages.groups.output(
                period, .init(given: given, sites: enabling, capabilities: table.capabilities))
            let totals = try totals(
                period, .init(groups: groups, supplies: supplies[period], epoch: basis.numbers.network.epoch), detail,
                &tools)
            let teaching = try self.stages.teaching.output(
                period,
                .init(
                    groups: groups, filled: totals.filled, given: given,
                    runs: slots.runs[period], rules: table, lineRules: lineRules,
                    siteRules: siteRules))
            periods.append(
                try self.stages.periods.output(
                    period,
                    PlannedPeriod(
                        groups: groups, totals: totals, supplies: supplies[period], given: given, enabling: enabling,
                        teaching: teaching, slots: slots.slots[period], runs: slots.runs[period])))
            flow.close(period, teaching)
        }
        periods = try self.stages.allPeriods.output(0, periods)
        host = flow.host
        outcomes = try self.stages.outcomes.output(
            0,
            .init(
                runs: runTable, teaching: periods.map(\.teaching), wanted: training.wanted, taken: training.taken,
                horizon: horizon))
    }

    private static func siteRules(
        _ basis: Basis, _ selection: Selection, _ table: RuleTable, _ stages: inout ScenarioStages
    ) throws(Superseded) -> [SiteRules?] {
        var all: [SiteRules?] = Array(repeating: nil, count: basis.sitesByNumber.count)
        for entry in basis.sites where entry.site.inTheatre {
            all[entry.number] = try stages.siteRules.output(
                entry.number,
                SiteRules(
                    threat: entry.site.threat, isOwn: table.rules.map { selection.isOwn(entry.hosting(of: $0.id)) }))
        }
        return try stages.siteRuleList.output(0, all)
    }

    /// Returns the lines that are in, in the order of ids.
    private static func lines(
        _ basis: Basis, _ selection: Selection, _ table: RuleTable, _ stages: inout ScenarioStages
    ) throws(Superseded) -> [SlotStage.Line] {
        var lines: [SlotStage.Line] = []
        for entry in basis.lines where entry.posts > 0 && selection.isIn(entry.element) {
            let rules = try stages.lineRules.output(
                entry.capability, .init(rules: table, capability: basis.capability(entry.capability)))
            let slot = try stages.lineSlots.output(
                entry.number, .init(line: entry, rules: rules, inTheatre: basis.inTheatre[entry.site]), &stages.keys)
            lines.append(.init(slot: slot, window: entry.window))
        }
        return lines
    }

    /// Returns the slots of each run, in the order of runs.
    private static func runSlots(
        _ basis: Basis, _ training: TrainingPlan, _ stages: inout ScenarioStages
    ) throws(Superseded) -> [[Slot]] {
        var slots: [[Slot]] = []
        slots.reserveCapacity(training.runs.count)
        for block in training.blocks {
            slots += try stages.runSlots.output(
                block.key, .init(runs: block.runs, inTheatre: basis.inTheatre[block.runs[0].site]), &stages.keys)
        }
        return slots
    }

    /// Returns what the rules have to do with the capabilities of lines, by the number of the capability.
    private static func lineRules(
        _ lines: [SlotStage.Line], _ stages: inout ScenarioStages
    ) throws(Superseded) -> [LineRules?] {
        // No longer than needed: a capability that no line asks for must not change it.
        var all: [LineRules?] = Array(repeating: nil, count: (lines.map(\.slot.group.capability).max() ?? -1) + 1)
        for line in lines {
            if case .line(let entry, let rules) = line.slot.source { all[entry.capability] = rules }
        }
        return try stages.lineRuleList.output(0, all)
    }

    /// Returns the indices of the stocks that each capability covers, for those that cover any.
    private static func stocksCovered(
        _ basis: Basis, _ stages: inout ScenarioStages
    ) throws(Superseded) -> [Int: [Int]] {
        var covered: [Int: [Int]] = [:]
        for (index, stock) in basis.stocks.enumerated() {
            for required in basis.numbers.capabilities.coveredBy[stock] { covered[required, default: []].append(index) }
        }
        return try stages.stocksCovered.output(0, covered)
    }

    /// Returns the sites in theatre, in the order of ids.
    private static func enablingSites(
        _ basis: Basis, _ table: RuleTable, _ siteRules: [SiteRules?], _ stages: inout ScenarioStages
    ) throws(Superseded) -> [EnablingPeriodStage.Site] {
        try stages.enablingSites.output(
            0,
            basis.sites.compactMap { site in
                guard let rules = siteRules[site.number] else { return nil }
                return .init(
                    number: site.number, rules: rules,
                    signatures: table.capabilities.map {
                        basis.numbers.network.signatures.known(Signature(capability: $0, site: site.number)) ?? 0
                    },
                    keys: table.capabilities.map {
                        stages.keys.number(of: .enabling(site: site.number, capability: $0))
                    })
            })
    }

    private mutating func enabling(
        _ period: Int, _ input: EnablingPeriodStage.Input
    ) throws(Superseded) -> [PeriodGroupStage.Site] {
        var tools = EnablingPeriodStage.Tools(sites: stages.enabling, period: period)
        stages.enabling = StageCache()
        let sites = try stages.enablingPeriods.output(period, input, &tools)
        stages.enabling = tools.sites
        return sites
    }

    private mutating func totals(
        _ period: Int, _ input: AssignmentInput, _ detail: Detail, _ tools: inout SolverTools
    ) throws(Superseded) -> AssignmentTotals {
        switch detail {
        case .assigned:
            // The placement of the previous period is a good start for a period that was never solved.
            tools.start = period > 0 ? stages.totals.last(period - 1)?.placement ?? [] : []
            return try stages.totals.output(period, input, &tools).totals
        case .filled:
            if let known = stages.totals.known(period, input) { return known.totals }
            tools.start = stages.totals.last(period)?.placement ?? []
            return try stages.fill.output(period, input, &tools).totals
        }
    }
}
