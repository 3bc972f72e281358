import CadreContract
import CadrePlanning

/// Estimates of one mission at one revision, encoded: what recomputing gives back to its mission.
struct ComputedPlan: Sendable {
    let head: EstimateHead
    /// What the estimates were read off: answers what is asked of the figures later.
    let planned: PlannedMission
    /// In the order of publication; `range` and `gaps`, and the summary with its range, may follow.
    private(set) var estimates: [EncodedEstimate]
    /// Open alerts by code, only those that there are.
    let alerts: [Alert.Code: [OpenAlert<String>]]

    /// Plans and encodes, off any actor.
    /// - Returns: `nil` where no mission is defined.
    /// - Throws: `Superseded` when `isStopped` says so.
    init?(_ documents: StandingDocuments, isStopped: @Sendable () -> Bool) throws(Superseded) {
        guard let planned = try PlannedMission(documents, defaults: DefaultFactors.all, isStopped: isStopped) else {
            return nil
        }
        self.planned = planned
        let estimates = planned.estimates
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

    /// Takes in what followed for the same state.
    mutating func take(_ depth: ComputedDepth) {
        estimates.removeAll { before in depth.estimates.contains { $0.name == before.name } }
        estimates = (estimates + depth.estimates).sorted { $0.name < $1.name }
    }
}

/// What takes many plans of one state: shortfalls with advice and dependence, then the samples, which fill the
/// summary's range. Source: MODEL §§ 9 and 10.
struct ComputedDepth: Sendable {
    let head: EstimateHead
    let estimates: [EncodedEstimate]

    /// - Parameter samples: Of each range; 0: none.
    /// - Throws: `Superseded` when `isStopped` says so.
    init(_ plan: PlannedMission, samples: Int, isStopped: () -> Bool) throws(Superseded) {
        var estimates = plan.estimates
        estimates.gaps = try plan.gaps(isStopped: isStopped)
        if samples > 0 { estimates.take(try plan.range(samples: samples, isStopped: isStopped)) }
        head = estimates.head
        let names: [EstimateName] = samples > 0 ? [.summary, .range, .gaps] : [.gaps]
        self.estimates = names.compactMap { EncodedEstimate($0, of: estimates) }
    }
}

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
        let new = plan.estimates.filter { planned[$0.name] != $0 }
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
