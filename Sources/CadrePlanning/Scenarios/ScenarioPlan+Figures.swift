extension ScenarioPlan {
    /// At in-theatre sites.
    func strength(_ basis: Basis) -> Strength {
        var strength = Strength(periods: periods.count)
        for (number, period) in periods.enumerated() {
            for group in period.groups where basis.inTheatre[group.site] {
                strength.required[number] += group.posts
                strength.filled[number] += group.filled
            }
        }
        return strength
    }

    /// Of runs and of places abroad, within the horizon.
    func expectedGraduates(_ basis: Basis) -> Double {
        let abroad = training.taken.reduce(0) { basis.horizon.contains($1.endPeriod) ? $0 + $1.graduates : $0 }
        return graduates.reduce(abroad, +)
    }

    /// By priority 1 … 5, from now on, at all sites. Source: MODEL § 12.
    func gapPersonPeriods(_ basis: Basis) -> [Int] {
        periods.dropFirst(basis.horizon.now).reduce(into: Array(repeating: 0, count: 5)) { sums, period in
            for index in sums.indices { sums[index] += period.gaps[index] }
        }
    }
}
