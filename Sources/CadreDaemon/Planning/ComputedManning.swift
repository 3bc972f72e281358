import CadreContract
import CadrePlanning

/// The assignments of people to groups in a plan: they take about as long as the rest of it. Source: MODEL § 7.
struct ComputedManning: Sendable {
    /// The plan with its assignments, from which those of the next plan start.
    let planned: PlannedMission
    let estimates: [EncodedEstimate]
    /// The encoder of the assignments of a later plan.
    let encoder: EstimateEncoder

    var head: EstimateHead { planned.estimates.head }

    /// Assigns people to groups.
    /// - Parameter encoder: The encoder of the assignments of an earlier plan.
    /// - Throws: `Superseded` if `isStopped` returns `true`.
    init(
        _ plan: PlannedMission, encoder: EstimateEncoder = EstimateEncoder(), isStopped: () -> Bool
    ) throws(Superseded) {
        var planned = plan
        var encoder = encoder
        try planned.assign(isStopped: isStopped)
        self.planned = planned
        estimates = encoder.encode(ComputedPlan.manningNames, of: planned.estimates)
        self.encoder = encoder
    }
}
