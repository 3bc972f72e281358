extension SummaryEstimate.Headline {
    /// Source: CONTRACT § 9, MODEL § 12.
    /// - Parameter figures: By period.
    init(
        _ figures: [PeriodFigures], _ scenario: Scenario, _ force: ForceEstimate, _ training: TrainingEstimate,
        now: Int
    ) {
        self.scenario = scenario
        required = SummaryEstimate.Peak(force.inTheatre.required)
        filled = SummaryEstimate.Peak(force.inTheatre.filled)
        wanted = training.byCourse.all.reduce(0) { $0 + $1.value.wanted }
        expected = training.byCourse.all.reduce(0) { $0 + $1.value.expected }
        others = training.byCourse.all.reduce(0) { $0 + $1.value.others }
        var gaps = Array(repeating: 0, count: SiteLoad.priorities)
        for figure in figures.dropFirst(now) {
            for short in figure.short where gaps.indices.contains(short.priority - 1) {
                gaps[short.priority - 1] += short.gap
            }
        }
        gapPersonPeriods = gaps
    }
}

extension SummaryEstimate.Peak {
    /// The first of the highest; 0 in period 0 of a series without any.
    fileprivate init(_ series: [Int]) {
        peak = series.max() ?? 0
        period = series.firstIndex(of: peak) ?? 0
    }
}

extension ScenarioPlan {
    /// Returns the unfilled person-periods by priority 1 … 5, from now on, at all sites. Source: MODEL § 12.
    func gapPersonPeriods(_ horizon: Horizon) -> [Int] {
        var sums = Array(repeating: 0, count: SiteLoad.priorities)
        for period in periods.dropFirst(horizon.now) {
            for (index, group) in period.groups.enumerated() where sums.indices.contains(group.priority - 1) {
                sums[group.priority - 1] += group.posts - period.filled[index]
            }
        }
        return sums
    }

    /// Returns the graduates within the horizon that wanted demands ask for. Source: MODEL § 4.
    func expectedGraduates(_ horizon: Horizon) -> Double {
        let shares = ExpectedShares(training, outcomes, horizon)
        var sum = 0.0
        for outcome in outcomes { sum += outcome.expected }
        for taken in training.taken where horizon.contains(taken.endPeriod) {
            sum += taken.graduates * shares.share(taken.demand.number)
        }
        return sum
    }

    /// Returns the strength required and filled at sites in theatre, by period.
    func strength() -> Strength {
        var strength = Strength(
            required: Array(repeating: 0, count: periods.count), filled: Array(repeating: 0, count: periods.count))
        for (number, period) in periods.enumerated() {
            for (index, group) in period.groups.enumerated() where group.inTheatre {
                strength.required[number] += group.posts
                strength.filled[number] += period.filled[index]
            }
        }
        return strength
    }
}

extension SummaryEstimate.Range {
    init(_ range: RangeEstimate) {
        structural = Spread(range.structural.peakRequired)
        firmness = Spread(range.firmness.peakFilled)
    }
}

extension SummaryEstimate.Range.Spread {
    fileprivate init(_ spread: RangeEstimate.Spread) {
        self.init(low: spread.p10, likely: spread.p50, high: spread.p90)
    }
}
