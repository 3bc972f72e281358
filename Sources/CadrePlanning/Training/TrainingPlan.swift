/// The runs and the places abroad of one scenario: everything that is known before anybody is assigned.
/// Source: MODEL § 4.
struct TrainingPlan: Sendable {
    /// Given runs in the order of ids, then planned runs in the order of their demands' ids.
    let runs: [CourseRun]
    /// The same, by the event that they come from.
    let blocks: [Block]
    /// The demands that are in and touch the horizon, in the order of ids.
    let wanted: [DemandEntry]
    let infeasible: [DemandEntry]
    let taken: [TakenPlaces]

    /// A given run, or the runs planned from a demand. Not empty.
    struct Block: Equatable, Sendable {
        let runs: [CourseRun]

        /// A number that names the block within its scenario.
        var key: Int {
            switch runs[0].origin {
            case .given(let number): 2 * number
            case .planned(let demand, _, _): 2 * demand + 1
            }
        }
    }

    /// The stages of a training plan.
    struct Stages: Sendable {
        var given = StageCache<GivenRunStage>()
        var plans = StageCache<RunPlanStage>()
        var places = StageCache<PlacesAbroadStage>()
        var runs = StageCache<CutOff<[CourseRun]>>()
        var wanted = StageCache<CutOff<[DemandEntry]>>()
    }

    init(_ basis: Basis, _ selection: Selection, _ stages: inout Stages) throws(Superseded) {
        let horizon = basis.horizon
        var blocks: [Block] = []
        // The graduates of completed and given runs, by demand.
        var brought: [Int: Double] = [:]
        for entry in basis.runs
        where entry.run.status != .cancelled && selection.isIn(entry.element) && entry.last >= 0
            && entry.first < horizon.periods
        {
            let run = try stages.given.output(entry.number, entry)
            if let demand = run.demand {
                brought[demand, default: 0] +=
                    run.actual.map { Double($0.graduates) } ?? Double(run.seats) * run.course.passRate
            }
            blocks.append(.init(runs: [run]))
        }
        var wanted: [DemandEntry] = []
        var infeasible: [DemandEntry] = []
        var abroad: [PlacesAbroadStage.Wanted] = []
        for entry in basis.demands where entry.isWithinHorizon && selection.isIn(entry.element) {
            wanted.append(entry)
            let open = max(0, Double(entry.demand.graduates) - (brought[entry.number] ?? 0))
            if entry.demand.delivery == .abroad {
                abroad.append(.init(demand: entry, open: open))
            } else if let site = entry.site {
                let plan = try stages.plans.output(
                    entry.number, .init(demand: entry, site: site, open: open, horizon: horizon))
                if !plan.runs.isEmpty { blocks.append(.init(runs: plan.runs)) }
                if plan.isInfeasible { infeasible.append(entry) }
            }
        }
        self.runs = try stages.runs.output(0, blocks.flatMap(\.runs))
        self.blocks = blocks
        self.wanted = try stages.wanted.output(0, wanted)
        self.infeasible = infeasible
        let offers = basis.pledges.filter { entry in
            if case .trainingPlaces = entry.pledge.offer { selection.pledges[entry.number] } else { false }
        }
        taken = try stages.places.output(0, .init(demands: abroad, pledges: offers, horizon: horizon))
    }
}
