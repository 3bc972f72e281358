extension RangeEstimate {
    /// What each element that is not decided would do to `offered`. Source: MODEL § 9, drivers.
    static func drivers(
        _ basis: Basis, solver: inout AssignmentSolver, isStopped: () -> Bool
    ) throws(Superseded) -> [Driver] {
        let offered = Selection(basis, scenario: .offered)
        let base = Totals(
            basis, try ScenarioPlan(basis, offered, solver: &solver, depth: .filled, isStopped: isStopped))
        var drivers: [Driver] = []
        for (index, entry) in basis.elements.enumerated() {
            guard entry.element.decision == .undecided || entry.element.decision == .returned else { continue }
            let joined = closure(of: index, basis)
            guard !joined.contains(where: { basis.elements[$0].element.decision == .rejected }) else { continue }
            var selection = Selection(
                basis,
                elementMayBeIn: { basis.elements[$0].element.decision == .accepted || joined.contains($0) },
                pledgeMayCount: { _ in false })
            selection.pledges = offered.pledges
            let with = Totals(
                basis, try ScenarioPlan(basis, selection, solver: &solver, depth: .filled, isStopped: isStopped))
            drivers.append(
                Driver(
                    element: entry.id, peakRequired: with.peakRequired - base.peakRequired,
                    personPeriods: with.personPeriods - base.personPeriods,
                    graduates: with.graduates - base.graduates))
        }
        return drivers.sorted { a, b in
            a.personPeriods != b.personPeriods ? a.personPeriods > b.personPeriods : a.element < b.element
        }
    }

    private struct Totals {
        let peakRequired: Int
        let personPeriods: Int
        let graduates: Double

        init(_ basis: Basis, _ plan: ScenarioPlan) {
            let required = plan.strength(basis).required
            peakRequired = required.max() ?? 0
            personPeriods = required.dropFirst(basis.horizon.now).reduce(0, +)
            graduates = plan.expectedGraduates(basis)
        }
    }

    /// An element and what it requires, directly or not.
    private static func closure(of index: Int, _ basis: Basis) -> Set<Int> {
        var members: Set<Int> = []
        var open = [index]
        while let next = open.popLast() {
            guard members.insert(next).inserted else { continue }
            open += basis.elements[next].requires
        }
        return members
    }
}
