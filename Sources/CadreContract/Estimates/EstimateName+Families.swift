import CadrePlanning

extension EstimateName {
    /// The families: the names without scenario, each with its figures, in the order of publication.
    static let families: [(name: String, part: any EstimatePart.Type)] = [
        ("summary", SummaryEstimate.self), ("force", ForceEstimate.self), ("manning", ManningEstimate.self),
        ("training", TrainingEstimate.self), ("logistics", LogisticsEstimate.self), ("range", RangeEstimate.self),
        ("gaps", GapsEstimate.self),
    ]
}
