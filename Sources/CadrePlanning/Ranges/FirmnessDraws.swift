/// The pledges that may come, and when: pledges drawn, elements as in `offered`. Source: MODEL § 9.
struct FirmnessDraws: Sendable {
    private let basis: Basis
    /// The plan whose stages the samples use again.
    private let offered: ScenarioPlan
    /// The likelihood that a pledge comes, in the order of the pledges.
    private let likelihoods: [Double]

    init(_ basis: Basis, _ offered: ScenarioPlan) {
        self.basis = basis
        self.offered = offered
        let experience = Experience(basis, statusesSeen: basis.documents.statusesSeen)
        likelihoods = basis.pledges.map { experience.likelihood(of: $0.pledge) }
    }

    /// Plans some samples.
    func samples(_ samples: Range<Int>, isStopped: () -> Bool) throws(Superseded) -> FirmnessSamples {
        try withSolver(basis, isStopped) { tools throws(Superseded) in
            var figures = FirmnessSamples()
            var stages = LogisticsPlan.Stages()
            for sample in samples {
                let (selection, arrivals) = drawn(sample)
                let plan = try ScenarioPlan(
                    basis, selection, arrivals: arrivals, detail: .assigned, after: offered, &tools)
                figures.append(plan, try LogisticsPlan(basis, plan, &stages), basis)
            }
            return figures
        }
    }

    private func drawn(_ sample: Int) -> (selection: Selection, arrivals: [Int: Day]) {
        let draws = Draws(seed: basis.mission.seed)
        let earliest = basis.horizon.firstDay(of: basis.horizon.now)
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
        return (selection, arrivals)
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
