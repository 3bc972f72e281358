/// The outcomes of all runs, in their order. One per scenario.
enum OutcomeStage: Stage {
    struct Input: Equatable, Sendable {
        let runs: RunTable
        /// The teaching of each period.
        let teaching: [Teaching]
        let wanted: [DemandEntry]
        let taken: [TakenPlaces]
        let horizon: Horizon
    }

    static func compute(_ input: Input, _ tools: inout NoTools) -> [RunOutcome] {
        var sums = Array(repeating: 0.0, count: input.runs.runs.count)
        for (period, teaching) in input.teaching.enumerated() {
            for (place, index) in input.runs.active[period].enumerated() {
                sums[index] += RunOutcome.counted(
                    teaching.runs[place].ratio, of: input.runs.runs[index], in: period, input.horizon)
            }
        }
        var outcomes = zip(input.runs.runs, sums).map { RunOutcome($0, ratios: $1, input.horizon) }
        let shares = ExpectedShares(
            runs: input.runs.runs, outcomes, wanted: input.wanted, taken: input.taken, input.horizon)
        for index in outcomes.indices {
            outcomes[index].expected = outcomes[index].graduates * shares.share(input.runs.runs[index].demand)
        }
        return outcomes
    }
}
