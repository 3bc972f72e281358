import CadreContract
import CadreReports

/// The input of a report, from a daemon or from event files.
struct ReportInput: Sendable {
    let mission: String
    let estimates: PublishedEstimates
    let plan: PlanDocuments
    let origin: MissionReport.Origin
    /// Whether some events of the input were rejected.
    let hasRejections: Bool
}
