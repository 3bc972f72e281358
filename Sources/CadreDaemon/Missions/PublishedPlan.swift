import CadreContract
import CadrePlanning

/// What of a mission was published last: decides what of a new plan is news. Source: CONTRACT § 4.
struct PublishedPlan: Sendable {
    private var estimates: [EstimateName: (estimate: EncodedEstimate, revision: Int)] = [:]
    /// As they were planned, before samples followed: a summary whose range alone is not there yet is no news.
    private var planned: [EstimateName: EncodedEstimate] = [:]
    private var alerts: [Alert.Code: [OpenAlert<String>]] = [:]

    /// Takes a new plan in.
    /// - Returns: The documents that changed, in the order of publication: estimates as in CONTRACT § 4's table, then
    ///   alerts.
    mutating func take(_ plan: ComputedPlan, node: ID<Node>) -> [OutgoingDocument] {
        let mission = plan.head.mission
        let new = plan.exact.filter { planned[$0.name] != $0 }
        for estimate in new { planned[estimate.name] = estimate }
        var changed = take(new, plan.head, node: node)
        for code in Alert.Code.allCases {
            let open = plan.alerts[code] ?? []
            guard let notice = AlertNotice(code: code, from: alerts[code] ?? [], to: open) else { continue }
            alerts[code] = open.isEmpty ? nil : open
            changed.append(OutgoingDocument(.alert(mission, code), payload: notice.event(plan.head, node: node)))
        }
        return changed
    }

    /// Takes some estimates of a plan in.
    /// - Returns: Those that changed, in their order.
    mutating func take(_ new: [EncodedEstimate], _ head: EstimateHead, node: ID<Node>) -> [OutgoingDocument] {
        var changed: [OutgoingDocument] = []
        for estimate in new {
            let before = estimates[estimate.name]
            guard before?.estimate != estimate else { continue }
            estimates[estimate.name] = (estimate, head.revision)
            changed.append(
                OutgoingDocument(
                    .estimate(head.mission, estimate.name),
                    payload: estimate.event(head, node: node, previous: before?.revision)))
        }
        return changed
    }
}
