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
    /// Encodes the next plan's estimates. It keeps the figures of this plan, and is dropped with it.
    private(set) var encoder: EstimateEncoder
    /// What follows: assignments, the summary with its range, samples, advice.
    private var following: [EstimateName: EncodedEstimate] = [:]
    /// Open alerts by code, only those that there are.
    let alerts: [Alert.Code: [OpenAlert<String>]]

    private static let exactNames = EstimateName.allCases.filter { $0.work == .exact }
    fileprivate static let manningNames = Scenario.allCases.map { EstimateName.manning($0) }

    /// Encodes a plan, off any actor.
    /// - Parameter previous: An earlier plan of the mission: what is as it was is taken over from it.
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

    /// As far as it is known by now.
    subscript(name: EstimateName) -> EncodedEstimate? {
        following[name] ?? exact.first { $0.name == name }
    }

    /// Bytes of what is published at once: what the plan itself takes grows with it.
    var weight: Int { exact.reduce(0) { $0 + $1.figures.count } }

    /// Drops the plan with everything that refers to its figures. Its estimates stay.
    mutating func dropPlan() {
        planned = nil
        encoder = EstimateEncoder()
    }

    /// Whether the assignments are known.
    var hasManning: Bool { following[.manning(.offered)] != nil }

    /// Takes in what followed for the same state.
    mutating func take(_ manning: ComputedManning) {
        if planned != nil { planned = manning.planned }
        take(manning.estimates)
    }

    mutating func take(_ estimates: [EncodedEstimate]) {
        for estimate in estimates { following[estimate.name] = estimate }
    }
}

/// The assignments of people to groups in a plan: they take about as long as the rest of it. Source: MODEL § 7.
struct ComputedManning: Sendable {
    /// With its assignments: those of the next plan start from them.
    let planned: PlannedMission
    let estimates: [EncodedEstimate]
    /// Encodes the assignments of a later plan.
    let encoder: EstimateEncoder

    var head: EstimateHead { planned.estimates.head }

    /// - Parameter encoder: The encoder of the assignments of an earlier plan.
    /// - Throws: `Superseded` when `isStopped` says so.
    init(
        _ plan: PlannedMission, encoder: EstimateEncoder = EstimateEncoder(), isStopped: () -> Bool
    ) throws(Superseded) {
        var planned = plan
        var encoder = encoder
        try planned.assign(isStopped: isStopped)
        self.planned = planned
        estimates = encoder.encode(ComputedPlan.manningNames, of: planned.estimates)
        self.encoder = encoder
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
        let work = deepWork(names, samples: samples)
        return encodedDepth(
            gaps: try work.gaps?.value(isStopped: isStopped), range: try work.range?.value(isStopped: isStopped))
    }

    /// The same as ``depth(_:samples:isStopped:)``, on as many threads as the executor of the task has.
    func depthSideBySide(
        _ names: Set<EstimateName>, samples: Int, isStopped: @Sendable @escaping () -> Bool
    ) async throws(Superseded) -> [EncodedEstimate] {
        let work = deepWork(names, samples: samples)
        return encodedDepth(
            gaps: try await work.gaps?.valueSideBySide(isStopped: isStopped),
            range: try await work.range?.valueSideBySide(isStopped: isStopped))
    }

    /// Returns the work that estimates of some names take beyond the plan.
    /// - Parameters: As in ``depth(_:samples:isStopped:)``.
    public func deepWork(
        _ names: Set<EstimateName>, samples: Int
    ) -> (gaps: PartedWork<GapsEstimate>?, range: PartedWork<RangeEstimate>?) {
        let isSampled = samples > 0 && (names.contains(.range) || names.contains(.summary))
        return (names.contains(.gaps) ? gapsWork() : nil, isSampled ? rangeWork(samples: samples) : nil)
    }

    private func encodedDepth(gaps: GapsEstimate?, range: RangeEstimate?) -> [EncodedEstimate] {
        var estimates = estimates
        var known: [EstimateName] = []
        if let range {
            estimates.take(range)
            known += [.summary, .range]
        }
        if let gaps {
            estimates.gaps = gaps
            known.append(.gaps)
        }
        return known.compactMap { EncodedEstimate($0, of: estimates) }
    }
}

extension EstimateName {
    /// How much must be computed for an estimate.
    enum Work {
        /// Published at once.
        case exact
        /// The assignments; follows.
        case manning
        /// Many plans; follows.
        case deep
    }

    var work: Work {
        switch self {
        case .summary, .force, .training, .logistics: .exact
        case .manning: .manning
        case .range, .gaps: .deep
        }
    }
}
