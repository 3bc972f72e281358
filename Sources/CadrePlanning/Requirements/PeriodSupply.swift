/// Which pledges have people at hand, period by period, in the order of calling up. Source: MODEL § 7.
struct PeriodSupply: Sendable {
    /// By period.
    let supplies: [[AssignmentSupply]]

    /// - Parameter supplyFrom: As of `ScenarioPlan`.
    init(_ basis: Basis, _ selection: Selection, supplyFrom: ((Int, Day) -> Day)?) {
        let horizon = basis.horizon
        var supplies: [[AssignmentSupply]] = Array(repeating: [], count: horizon.periods)
        for index in basis.callingUp where selection.pledges[index] {
            let entry = basis.pledges[index]
            guard let pledgeClass = entry.pledgeClass, case .personnel(let people) = entry.pledge.offer,
                people.quantity > 0
            else { continue }
            let covered = horizon.covered(from: supplyFrom?(index, people.from) ?? people.from, until: people.until)
            // Who is not there was not there.
            let first = entry.pledge.status.isThere ? covered.lowerBound : max(covered.lowerBound, horizon.now)
            let supply = AssignmentSupply(pledge: index, pledgeClass: pledgeClass, persons: people.quantity)
            for period in first..<max(first, covered.upperBound) { supplies[period].append(supply) }
        }
        self.supplies = supplies
    }
}
