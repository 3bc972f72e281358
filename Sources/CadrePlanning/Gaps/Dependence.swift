/// What a planner compares two plans by: graduates, and gap person-periods by priority. Source: MODEL § 10.
struct Outcome: Equatable, Sendable {
    let graduates: Double
    let gaps: [Int]

    init(_ basis: Basis, _ plan: ScenarioPlan) {
        graduates = plan.expectedGraduates(basis)
        gaps = plan.gapPersonPeriods(basis)
    }

    /// How much better this is than `before`.
    func gain(over before: Outcome) -> GapsEstimate.Gain {
        GapsEstimate.Gain(
            graduates: Outcome.rounded(graduates - before.graduates),
            personPeriods: zip(before.gaps, gaps).map { $0 - $1 })
    }

    /// To 1e-6, so that the order of adding decides nothing.
    private static func rounded(_ value: Double) -> Double {
        (value * 1e6).rounded() / 1e6
    }
}

extension GapsEstimate {
    /// What `offered` loses without all of a nation's pledges, nation by nation. Source: MODEL § 10.
    static func dependence(
        _ basis: Basis, _ plan: ScenarioPlan, solver: inout AssignmentSolver, isStopped: () -> Bool
    ) throws(Superseded) -> [Dependence] {
        let whole = Outcome(basis, plan)
        var nations: Set<ID<Nation>> = []
        for entry in basis.pledges where entry.pledge.status.isLive {
            switch entry.pledge.offer {
            case .personnel, .trainingPlaces: nations.insert(entry.pledge.nation)
            case .equipment, .funds: continue
            }
        }
        var all: [Dependence] = []
        for nation in nations.sorted() {
            var selection = Selection(
                basis, elementMayBeIn: { _ in false },
                pledgeMayCount: {
                    basis.pledges[$0].pledge.status.isLive && basis.pledges[$0].pledge.nation != nation
                })
            selection.elements = plan.selection.elements
            var difference = ScenarioPlan.Difference()
            let without = try ScenarioPlan(
                basis, selection, after: plan, of: basis, changed: [], solver: &solver, depth: .filled,
                difference: &difference, isStopped: isStopped)
            all.append(Dependence(nation: nation, loss: whole.gain(over: Outcome(basis, without))))
        }
        return all.sorted { a, b in
            for (mine, theirs) in zip(a.loss.personPeriods, b.loss.personPeriods) where mine != theirs {
                return mine > theirs
            }
            return a.nation < b.nation
        }
    }
}
