import CadreContract
import CadreJSON
import CadreReports

/// What a report is made of, wherever it came from.
struct ReportInput: Sendable {
    let mission: String
    let estimates: [EstimateName: JSONValue]
    let plan: StandingPlan
    let origin: MissionReport.Origin
    /// Whether something of the input could not be accepted, and was complained of.
    let hasRejections: Bool
}
