import CadreContract

extension EstimateName {
    /// The computation that an estimate takes.
    enum Work {
        /// The plan; published at once.
        case exact
        /// The assignments; they follow.
        case manning
        /// Many plans; they follow.
        case rangesAndGaps
    }

    var work: Work {
        switch self {
        case .summary, .force, .training, .logistics: .exact
        case .manning: .manning
        case .range, .gaps: .rangesAndGaps
        }
    }
}
