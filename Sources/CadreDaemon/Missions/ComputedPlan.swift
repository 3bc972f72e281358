import CadreContract
import CadrePlanning

/// Estimates of one mission at one revision, encoded: what recomputing gives back to its mission.
struct ComputedPlan: Sendable {
    let head: EstimateHead
    /// What the estimates were read off: the next plan begins with it, and it answers what is asked of the figures.
    /// `nil`: given up, for it takes several times the memory of its estimates.
    var planned: PlannedMission?
    /// What is published at once; the summary without its range.
    let exact: [EncodedEstimate]
    /// What follows: who sits where, the summary with its range, samples, advice.
    private var following: [EstimateName: EncodedEstimate] = [:]
    /// Open alerts by code, only those that there are.
    let alerts: [Alert.Code: [OpenAlert<String>]]

    private static let exactNames = EstimateName.allCases.filter { $0.work == .exact }
    fileprivate static let seatNames = Scenario.allCases.map { EstimateName.manning($0) }

    /// Encodes a plan, off any actor.
    /// - Parameter previous: An earlier plan of the mission: what is as it was is taken over from it.
    init(_ planned: PlannedMission, after previous: ComputedPlan?) {
        self.planned = planned
        let estimates = planned.estimates
        head = estimates.head
        let known = previous.flatMap { previous in previous.planned.map { ($0.estimates, previous.exact) } }
        exact = estimates.encoded(Self.exactNames, after: known)
        var alerts: [Alert.Code: [OpenAlert<String>]] = [:]
        for code in Alert.Code.allCases {
            let open = estimates.summary.openAlerts(code)
            if !open.isEmpty { alerts[code] = open }
        }
        self.alerts = alerts
    }

    /// As far as it is known by now.
    subscript(name: EstimateName) -> EncodedEstimate? {
        following[name] ?? exact.first { $0.name == name }
    }

    /// Bytes of what is published at once: what the plan itself takes grows with it.
    var weight: Int { exact.reduce(0) { $0 + $1.figures.count } }

    /// Whether who sits where is known.
    var isSeated: Bool { following[.manning(.offered)] != nil }

    /// Takes in what followed for the same state.
    mutating func take(_ seats: ComputedSeats) {
        if planned != nil { planned = seats.planned }
        take(seats.estimates)
    }

    mutating func take(_ estimates: [EncodedEstimate]) {
        for estimate in estimates { following[estimate.name] = estimate }
    }
}

/// Who sits where in a plan: takes about as long as the rest of it. Source: MODEL § 7, continuity.
struct ComputedSeats: Sendable {
    /// With its seats: those of the next plan begin with them.
    let planned: PlannedMission
    let estimates: [EncodedEstimate]

    var head: EstimateHead { planned.estimates.head }

    /// - Throws: `Superseded` when `isStopped` says so.
    init(_ plan: PlannedMission, isStopped: () -> Bool) throws(Superseded) {
        var planned = plan
        try planned.seat(isStopped: isStopped)
        self.planned = planned
        estimates = planned.estimates.encoded(ComputedPlan.seatNames, after: nil)
    }
}

extension PlannedMission {
    /// What takes many plans of one state: shortfalls with advice and dependence, samples, which fill the summary's
    /// range. Source: MODEL §§ 9 and 10.
    /// - Parameters:
    ///   - names: Of them only those that ask for it: `range` and the summary for samples, `gaps`.
    ///   - samples: Of each range; 0: none.
    /// - Throws: `Superseded` when `isStopped` says so.
    func depth(
        _ names: Set<EstimateName>, samples: Int, isStopped: () -> Bool
    ) throws(Superseded) -> [EncodedEstimate] {
        var estimates = estimates
        var known: [EstimateName] = []
        if names.contains(.gaps) {
            estimates.gaps = try gaps(isStopped: isStopped)
            known.append(.gaps)
        }
        if samples > 0, names.contains(.range) || names.contains(.summary) {
            estimates.take(try range(samples: samples, isStopped: isStopped))
            known = [.summary, .range] + known
        }
        return estimates.encoded(known, after: nil)
    }
}

extension EstimateName {
    /// How much must be computed for an estimate.
    enum Work {
        /// Published at once.
        case exact
        /// Who sits where; follows.
        case seats
        /// Many plans; follows.
        case deep
    }

    var work: Work {
        switch self {
        case .summary, .force, .training, .logistics: .exact
        case .manning: .seats
        case .range, .gaps: .deep
        }
    }
}
