/// The part of the summary that is of no scenario. One per mission.
struct SummaryOverview: Equatable, Sendable {
    let pledges: Rows<SummaryEstimate.Pledges>
    let nations: Rows<SummaryEstimate.Contribution>
    let factors: [SummaryEstimate.FactorSetCount]
}
