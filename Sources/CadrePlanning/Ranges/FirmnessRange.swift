extension RangeEstimate.Firmness {
    /// The doubt about which pledges come, and when: pledges drawn, elements as in `offered`. Source: MODEL § 9.
    /// - Parameter offered: The plan whose stages the samples share.
    init(
        _ basis: Basis, _ offered: ScenarioPlan, samples: Int, _ tools: inout SolverTools
    ) throws(Superseded) {
        let draws = Draws(seed: basis.mission.seed)
        let experience = Experience(basis, statusesSeen: basis.documents.statusesSeen)
        let likelihoods = basis.pledges.map { experience.likelihood(of: $0.pledge) }
        let earliest = basis.horizon.firstDay(of: basis.horizon.now)
        var filled: [[Int]] = []
        var sums: (graduates: [Double], water: [Double], fuel: [Double], cost: [Double]) = ([], [], [], [])
        var stages = LogisticsPlan.Stages()
        for sample in 0..<samples {
            var mayCount: [Int: Bool] = [:]
            var arrivals: [Int: Day] = [:]
            for (index, entry) in basis.pledges.enumerated() where entry.pledge.status.isLive {
                guard draws.uniform(sample, "pledge", entry.id.text) < likelihoods[index] else { continue }
                mayCount[entry.number] = true
                if let delay = entry.pledge.status.delay, entry.pledgeClass != nil {
                    arrivals[entry.number] =
                        max(entry.pledge.peopleFrom, earliest)
                        + draws.delayDays(sample, entry.id.text, mean: basis.factors[delay])
                }
            }
            var selection = Selection(
                basis, elementMayBeIn: { _ in false }, pledgeMayCount: { mayCount[$0.number] ?? false })
            selection.elements = offered.selection.elements
            let plan = try ScenarioPlan(
                basis, selection, arrivals: arrivals, detail: .assigned, after: offered, &tools)
            let logistics = try LogisticsPlan(basis, plan, &stages)
            filled.append(plan.strength().filled)
            sums.graduates.append(plan.expectedGraduates(basis.horizon))
            sums.water.append(logistics.use(of: ID("water"), basis.factors))
            sums.fuel.append(logistics.use(of: ID("fuel"), basis.factors))
            sums.cost.append(CostKind.allCases.reduce(0) { $0 + (logistics.costs[$1] ?? []).reduce(0, +) })
        }
        self.init(
            filled: .init(filled, periods: basis.horizon.periods),
            peakFilled: .init(filled.map { Double($0.max() ?? 0) }), graduates: .init(sums.graduates),
            water: .init(sums.water), fuel: .init(sums.fuel), cost: .init(sums.cost))
    }
}

extension Pledge.Status {
    /// The factor of the delay with which pledges of this status come, or `nil` if they are present.
    fileprivate var delay: ScalarFactor? {
        switch self {
        case .indicated: .delayIndicated
        case .offered: .delayOffered
        case .confirmed: .delayConfirmed
        case .deployed, .completed, .withdrawn: nil
        }
    }
}
