import CadreContract
import CadrePlanning

/// The documents of one mission that were published last. Decides what of a new plan has changed. Source: CONTRACT § 4.
struct PublishedPlan: Sendable {
    /// The last document of one topic.
    private struct Published {
        var estimate: EncodedEstimate
        var revision: Int
        /// The number of documents published of this revision.
        var count: Int
    }

    private var estimates: [EstimateName: Published] = [:]
    /// The estimates without ranges: a summary whose range is not computed yet has not changed.
    private var planned: [EstimateName: EncodedEstimate] = [:]
    private var alerts: [Alert.Code: [OpenAlert<String>]] = [:]
    /// The revision up to which a daemon before may have published documents, or 0 without one.
    private let restored: Int

    init(restored: Int = 0) {
        self.restored = restored
    }

    /// Applies a new plan.
    /// - Returns: The documents that changed, in the order of publication: estimates as in CONTRACT § 4's table, then
    ///   alerts.
    mutating func apply(_ plan: ComputedPlan, node: ID<Node>) -> [OutgoingDocument] {
        let mission = plan.head.mission
        let new = plan.exact.filter { planned[$0.name] != $0 }
        for estimate in new { planned[estimate.name] = estimate }
        var changed = apply(new, plan.head, node: node)
        for code in Alert.Code.allCases {
            let open = plan.alerts[code] ?? []
            guard var notice = AlertNotice(code: code, from: alerts[code] ?? [], to: open) else { continue }
            alerts[code] = open.isEmpty ? nil : open
            var payload: [UInt8]
            if plan.head.revision > restored {
                payload = notice.event(plan.head, node: node)
            } else {
                // The daemon before raised them.
                notice = AlertNotice(code: code, open: open)
                payload = notice.event(plan.head, node: node)
                payload = notice.event(plan.head, node: node, number: ContentNumber.of(payload))
            }
            changed.append(OutgoingDocument(.alert(mission, code), payload: payload))
        }
        return changed
    }

    /// Applies some estimates of a plan.
    /// - Returns: Those that changed, in their order.
    mutating func apply(_ new: [EncodedEstimate], _ head: EstimateHead, node: ID<Node>) -> [OutgoingDocument] {
        var changed: [OutgoingDocument] = []
        for estimate in new {
            let before = estimates[estimate.name]
            guard before?.estimate != estimate else { continue }
            let count = before.map { $0.revision == head.revision ? $0.count : 0 } ?? 0
            estimates[estimate.name] = Published(estimate: estimate, revision: head.revision, count: count + 1)
            func payload(_ number: Int) -> [UInt8] {
                estimate.event(head, node: node, previous: before?.revision, number: number)
            }
            let number = head.revision > restored ? count + 1 : ContentNumber.of(payload(1))
            changed.append(OutgoingDocument(.estimate(head.mission, estimate.name), payload: payload(number)))
        }
        return changed
    }
}
