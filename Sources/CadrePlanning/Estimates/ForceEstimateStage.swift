/// The force estimate. One per scenario.
enum ForceEstimateStage: Stage {
    /// The names of numbers, and the rows of the last estimate.
    struct Tools {
        var basis: Basis
        var nations: NationRowsStage.Tools
        var rows: ForceEstimate.RowCutOffs

        init(basis: Basis, rows: ForceEstimate.RowCutOffs) {
            self.basis = basis
            nations = NationRowsStage.Tools(basis: basis, rows: rows.nations)
            self.rows = rows
        }
    }

    struct Input: Equatable, Sendable {
        /// The figures of each period.
        let figures: [PeriodFigures]
        /// The figures of the nations, by period.
        let nations: [[PeriodFigures.Row]]
        /// The enabling posts of the sites, by period.
        let enabling: [[PeriodGroupStage.Site]]
        /// The numbers of all sites: each has a row.
        let sites: [Int]
        let rules: RuleTable
    }

    static func compute(_ input: Input, _ tools: inout Tools) throws(Superseded) -> ForceEstimate {
        let estimate = try ForceEstimate(input, &tools)
        tools.rows.nations = tools.nations.rows
        return estimate
    }
}
