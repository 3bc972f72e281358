extension RangeEstimate.Firmness {
    /// What of the pledges will come, and when: pledges drawn, elements as in `offered`. Source: MODEL § 9.
    init(
        _ basis: Basis, statusesSeen: [ID<Pledge>: Set<Pledge.Status>], samples: Int,
        solver: inout AssignmentSolver, isStopped: () -> Bool
    ) throws(Superseded) {
        let draws = Draws(seed: basis.mission.seed)
        let experience = Experience(basis, statusesSeen: statusesSeen)
        let likelihoods = basis.pledges.map { experience.likelihood(of: $0.pledge) }
        let earliest = basis.horizon.firstDay(of: basis.horizon.now)
        let offered = Selection(basis, scenario: .offered)
        var filled: [[Int]] = []
        var sums: (graduates: [Double], water: [Double], fuel: [Double], cost: [Double]) = ([], [], [], [])
        for sample in 0..<samples {
            var selection = Selection(
                basis, elementMayBeIn: { _ in false },
                pledgeMayCount: { index in
                    let entry = basis.pledges[index]
                    return entry.pledge.status.isLive
                        && draws.uniform(sample, "pledge", entry.id.text) < likelihoods[index]
                })
            selection.elements = offered.elements
            let plan = try ScenarioPlan(
                basis, selection, solver: &solver, depth: .assigned,
                supplyFrom: { index, from in
                    let entry = basis.pledges[index]
                    guard let delay = entry.pledge.status.delay else { return from }
                    return max(from, earliest)
                        + draws.delayDays(sample, entry.id.text, mean: basis.factors[delay])
                }, isStopped: isStopped)
            let logistics = LogisticsPlan(basis, plan).estimate
            filled.append(plan.strength(basis).filled)
            sums.graduates.append(plan.expectedGraduates(basis))
            sums.water.append(logistics.use(of: "water"))
            sums.fuel.append(logistics.use(of: "fuel"))
            sums.cost.append(logistics.costs.all.reduce(0) { $1.value.reduce($0, +) })
        }
        self.init(
            filled: .init(filled, periods: basis.horizon.periods),
            peakFilled: .init(filled.map { Double($0.max() ?? 0) }), graduates: .init(sums.graduates),
            water: .init(sums.water), fuel: .init(sums.fuel), cost: .init(sums.cost))
    }
}

extension LogisticsEstimate {
    /// Of all sites, over the horizon, in the commodity's unit.
    fileprivate func use(of commodity: String) -> Double {
        commodities[commodity]?.all.reduce(0) { $1.value.use.reduce($0, +) } ?? 0
    }
}

extension Pledge.Status {
    /// How late pledges of this status come; `nil`: they are there.
    fileprivate var delay: ScalarFactor? {
        switch self {
        case .indicated: .delayIndicated
        case .offered: .delayOffered
        case .confirmed: .delayConfirmed
        case .deployed, .completed, .withdrawn: nil
        }
    }
}
