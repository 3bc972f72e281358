/// The training estimate. One per scenario.
enum TrainingEstimateStage: Stage {
    /// The names of numbers, and the rows of the last estimate.
    struct Tools {
        let basis: Basis
        var rows: TrainingEstimate.RowCutOffs
    }

    struct Input: Equatable, Sendable {
        let table: RunTable
        /// The outcomes of the runs.
        let outcomes: [RunOutcome]
        let wanted: [DemandEntry]
        let infeasible: [DemandEntry]
        let taken: [TakenPlaces]
        /// The teaching of each period.
        let teaching: [Teaching]
        /// The capabilities of the stocks of host-nation instructors, in the order of codes.
        let stocks: [Int]
        /// The levels of host-nation instructors, by stock, then period.
        let hostSeries: [[Double]]
        let horizon: Horizon

        var runs: [CourseRun] { table.runs }
    }

    static func compute(_ input: Input, _ tools: inout Tools) throws(Superseded) -> TrainingEstimate {
        try TrainingEstimate(input, &tools)
    }
}
