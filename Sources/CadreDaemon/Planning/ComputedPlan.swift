import CadreContract
import CadrePlanning

/// The encoded estimates of one mission at one revision: the result of planning.
struct ComputedPlan: Sendable {
    let head: EstimateHead
    /// The plan of these estimates: the next plan starts from it, and it answers questions. `nil` if it was evicted, as it
    /// takes several times the memory of its estimates.
    var planned: PlannedMission?
    /// The estimates that are published at once; the summary without its range.
    let exact: [EncodedEstimate]
    /// Encodes the next plan's estimates. It keeps the figures of this plan, and is dropped with it.
    private(set) var encoder: EstimateEncoder
    /// The estimates that follow: assignments, the summary with its range, samples, advice.
    private var following: [EstimateName: EncodedEstimate] = [:]
    /// The open alerts by code.
    let alerts: [Alert.Code: [OpenAlert<String>]]

    private static let exactNames = EstimateName.allCases.filter { $0.work == .exact }
    static let manningNames = Scenario.allCases.map { EstimateName.manning($0) }

    /// Encodes a plan, off any actor.
    /// - Parameter previous: An earlier plan of the mission, whose equal encodings are reused.
    init(_ planned: PlannedMission, after previous: ComputedPlan?) {
        self.planned = planned
        let estimates = planned.estimates
        head = estimates.head
        encoder = previous?.encoder ?? EstimateEncoder()
        exact = encoder.encode(Self.exactNames, of: estimates)
        var alerts: [Alert.Code: [OpenAlert<String>]] = [:]
        for code in Alert.Code.allCases {
            let open = estimates.summary.openAlerts(code)
            if !open.isEmpty { alerts[code] = open }
        }
        self.alerts = alerts
    }

    /// The estimate of a name, or `nil` if it is not computed yet.
    subscript(name: EstimateName) -> EncodedEstimate? {
        following[name] ?? exact.first { $0.name == name }
    }

    /// Bytes of the estimates that are published at once: the memory of the plan grows with it.
    var weight: Int { exact.reduce(0) { $0 + $1.figures.count } }

    /// Drops the plan with everything that refers to its figures. Its estimates stay.
    mutating func dropPlan() {
        planned = nil
        encoder = EstimateEncoder()
    }

    /// Whether the assignments are known.
    var hasManning: Bool { following[.manning(.offered)] != nil }

    /// Adds the assignments of the same state.
    mutating func apply(_ manning: ComputedManning) {
        if planned != nil { planned = manning.planned }
        apply(manning.estimates)
    }

    /// Adds estimates of the same state.
    mutating func apply(_ estimates: [EncodedEstimate]) {
        for estimate in estimates { following[estimate.name] = estimate }
    }
}
