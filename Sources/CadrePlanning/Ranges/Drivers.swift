extension RangeEstimate {
    /// The figures that an element changes.
    struct DriverFigures: Sendable {
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

    /// Returns the elements that may be drivers. Source: MODEL § 9, drivers.
    static func undecided(_ basis: Basis) -> [ElementEntry] {
        basis.elements.filter { $0.decision == .undecided || $0.decision == .returned }
    }

    /// Returns the effect of an element on `offered`, or `nil` if it requires one that is rejected.
    static func driver(
        _ entry: ElementEntry, _ basis: Basis, _ offered: ScenarioPlan, _ base: DriverFigures, isStopped: () -> Bool
    ) throws(Superseded) -> Driver? {
        let decisions = Dictionary(uniqueKeysWithValues: basis.elements.map { ($0.number, $0) })
        let joined = closure(of: entry, decisions)
        guard !joined.contains(where: { decisions[$0]?.decision == .rejected }) else { return nil }
        var selection = Selection(
            basis,
            elementMayBeIn: { $0.decision == .accepted || joined.contains($0.number) },
            pledgeMayCount: { _ in false })
        selection.pledges = offered.selection.pledges
        let with = try withSolver(basis, isStopped) { [selection] tools throws(Superseded) in
            DriverFigures(basis, try ScenarioPlan(basis, selection, detail: .filled, after: offered, &tools))
        }
        return Driver(
            element: entry.id, peakRequired: with.peakRequired - base.peakRequired,
            personPeriods: with.personPeriods - base.personPeriods, graduates: with.graduates - base.graduates)
    }

    /// Returns drivers, the one with most person-periods first.
    static func ordered(_ drivers: [Driver]) -> [Driver] {
        drivers.sorted { a, b in
            a.personPeriods != b.personPeriods ? a.personPeriods > b.personPeriods : a.element < b.element
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
