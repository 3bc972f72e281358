/// The figures by which a planner compares two plans: graduates, and gap person-periods by priority.
/// Source: MODEL § 10.
struct Outcome: Equatable, Sendable {
    let graduates: Double
    let gaps: [Int]

    init(_ basis: Basis, _ plan: ScenarioPlan) {
        graduates = plan.expectedGraduates(basis.horizon)
        gaps = plan.gapPersonPeriods(basis.horizon)
    }

    /// Returns how much better this is than `before`.
    func gain(over before: Outcome) -> GapsEstimate.Gain {
        GapsEstimate.Gain(
            graduates: Outcome.rounded(graduates - before.graduates),
            personPeriods: zip(before.gaps, gaps).map { $0 - $1 })
    }

    /// Rounds to 1e-6, so that the order of adding decides nothing.
    private static func rounded(_ value: Double) -> Double {
        (value * 1e6).rounded() / 1e6
    }
}

extension GapsEstimate.Gain {
    /// Whether there are more graduates, or fewer gap person-periods at any priority. Source: MODEL § 12.
    var isAny: Bool { graduates > 0 || personPeriods.contains { $0 > 0 } }

    /// Returns whether the person-periods gained are more, priority by priority; `nil` if they are the same.
    func isMore(than other: GapsEstimate.Gain) -> Bool? {
        for (mine, theirs) in zip(personPeriods, other.personPeriods) where mine != theirs { return mine > theirs }
        return nil
    }
}
