/// The methods that are answered on `control`. Source: CONTRACT § 6.
///
/// `plan.whatif`, `plan.diff` and `plan.explain` join with what computes them; until then there is no such method.
public enum ControlMethod: String, CaseIterable, Sendable {
    case eventSubmit = "event.submit"
    case estimateGet = "estimate.get"
    case planGet = "plan.get"
    case journalRead = "journal.read"
    case nodeStatus = "node.status"
}
