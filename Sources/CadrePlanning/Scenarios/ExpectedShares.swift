/// The shares of graduates that are expected, by wanted demand. Source: MODEL § 4.
struct ExpectedShares: Sendable {
    private var shares: [Int: Double] = [:]

    /// Computes the shares.
    /// - Parameter outcomes: The outcomes of `runs`, in their order.
    init(
        runs: [CourseRun], _ outcomes: [RunOutcome], wanted: [DemandEntry], taken: [TakenPlaces], _ horizon: Horizon
    ) {
        var sums: [Int: Double] = [:]
        for (index, run) in runs.enumerated() {
            if let demand = run.demand { sums[demand, default: 0] += outcomes[index].graduates }
        }
        for places in taken where horizon.contains(places.endPeriod) {
            sums[places.demand.number, default: 0] += places.graduates
        }
        for demand in wanted {
            let sum = sums[demand.number] ?? 0
            shares[demand.number] = sum > 0 ? min(1, Double(demand.demand.graduates) / sum) : 1
        }
    }

    init(_ training: TrainingPlan, _ outcomes: [RunOutcome], _ horizon: Horizon) {
        self.init(runs: training.runs, outcomes, wanted: training.wanted, taken: training.taken, horizon)
    }

    /// Returns the share of the graduates of a run or of places of this demand; 0 if the demand is not wanted.
    func share(_ demand: Int?) -> Double { demand.flatMap { shares[$0] } ?? 0 }
}
