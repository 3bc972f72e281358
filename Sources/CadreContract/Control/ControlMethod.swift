/// The methods that are answered on `control`. Source: CONTRACT § 6.
public enum ControlMethod: String, CaseIterable, Sendable {
    case eventSubmit = "event.submit"
    case estimateGet = "estimate.get"
    case planGet = "plan.get"
    case planWhatIf = "plan.whatif"
    case planDiff = "plan.diff"
    case planExplain = "plan.explain"
    case journalRead = "journal.read"
    case nodeStatus = "node.status"
}
