import CadreContract
import CadrePlanning

/// All estimates of one mission at one revision, encoded: what recomputing gives back to its mission.
struct ComputedPlan: Sendable {
    let head: EstimateHead
    /// In the order of publication.
    let estimates: [EncodedEstimate]
    /// Open alerts by code, only those that there are.
    let alerts: [Alert.Code: [OpenAlert<String>]]

    /// Plans and encodes, off any actor.
    /// - Returns: `nil` where no mission is defined.
    /// - Throws: `Superseded` when `isStopped` says so.
    init?(_ documents: StandingDocuments, isStopped: @Sendable () -> Bool) throws(Superseded) {
        guard let estimates = try documents.estimates(defaults: DefaultFactors.all, isStopped: isStopped) else {
            return nil
        }
        head = estimates.head
        self.estimates = estimates.encoded()
        var alerts: [Alert.Code: [OpenAlert<String>]] = [:]
        for code in Alert.Code.allCases {
            let open = estimates.summary.openAlerts(code)
            if !open.isEmpty { alerts[code] = open }
        }
        self.alerts = alerts
    }

    subscript(name: EstimateName) -> EncodedEstimate? {
        estimates.first { $0.name == name }
    }
}

/// What of a mission was published last: decides what of a new plan is news. Source: CONTRACT § 4.
struct PublishedPlan: Sendable {
    private var estimates: [EstimateName: (estimate: EncodedEstimate, revision: Int)] = [:]
    private var alerts: [Alert.Code: [OpenAlert<String>]] = [:]

    /// Takes a new plan in.
    /// - Returns: The documents that changed, in the order of publication: estimates as in CONTRACT § 4's table, then
    ///   alerts.
    mutating func take(_ plan: ComputedPlan, node: ID<Node>) -> [OutgoingDocument] {
        let mission = plan.head.mission
        var changed: [OutgoingDocument] = []
        for estimate in plan.estimates {
            let before = estimates[estimate.name]
            guard before?.estimate != estimate else { continue }
            estimates[estimate.name] = (estimate, plan.head.revision)
            changed.append(
                OutgoingDocument(
                    .estimate(mission, estimate.name),
                    payload: estimate.event(plan.head, node: node, previous: before?.revision)))
        }
        for code in Alert.Code.allCases {
            let open = plan.alerts[code] ?? []
            guard let notice = AlertNotice(code: code, from: alerts[code] ?? [], to: open) else { continue }
            alerts[code] = open.isEmpty ? nil : open
            changed.append(OutgoingDocument(.alert(mission, code), payload: notice.event(plan.head, node: node)))
        }
        return changed
    }
}
