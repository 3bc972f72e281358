extension RangeEstimate {
    /// Returns the effect of each undecided or returned element on `offered`. Source: MODEL § 9, drivers.
    static func drivers(
        _ basis: Basis, _ offered: ScenarioPlan, _ tools: inout SolverTools
    ) throws(Superseded) -> [Driver] {
        let base = Totals(basis, offered)
        let decisions = Dictionary(uniqueKeysWithValues: basis.elements.map { ($0.number, $0) })
        var drivers: [Driver] = []
        for entry in basis.elements where entry.decision == .undecided || entry.decision == .returned {
            let joined = closure(of: entry, decisions)
            guard !joined.contains(where: { decisions[$0]?.decision == .rejected }) else { continue }
            var selection = Selection(
                basis,
                elementMayBeIn: { $0.decision == .accepted || joined.contains($0.number) },
                pledgeMayCount: { _ in false })
            selection.pledges = offered.selection.pledges
            let with = Totals(
                basis, try ScenarioPlan(basis, selection, detail: .filled, after: offered, &tools))
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
            let required = plan.strength().required
            peakRequired = required.max() ?? 0
            personPeriods = required.dropFirst(basis.horizon.now).reduce(0, +)
            graduates = plan.expectedGraduates(basis.horizon)
        }
    }

    /// Returns an element and the elements that it requires, directly or not.
    private static func closure(of entry: ElementEntry, _ entries: [Int: ElementEntry]) -> Set<Int> {
        var members: Set<Int> = []
        var open = [entry.number]
        while let next = open.popLast() {
            guard members.insert(next).inserted else { continue }
            open += entries[next]?.requires ?? []
        }
        return members
    }
}
