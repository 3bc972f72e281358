extension SummaryEstimate.Headline {
    /// Source: CONTRACT § 9, MODEL § 12.
    init(_ basis: Basis, _ plan: ScenarioPlan, _ estimates: ScenarioEstimates) {
        scenario = estimates.scenario
        required = SummaryEstimate.Peak(estimates.force.inTheatre.required)
        filled = SummaryEstimate.Peak(estimates.force.inTheatre.filled)
        wanted = estimates.training.byCourse.all.reduce(0) { $0 + $1.value.wanted }
        expected = estimates.training.byCourse.all.reduce(0) { $0 + $1.value.expected }
        gapPersonPeriods = plan.gapPersonPeriods(basis)
    }
}

extension SummaryEstimate.Peak {
    /// The first of the highest; 0 in period 0 of a series without any.
    fileprivate init(_ series: [Int]) {
        peak = series.max() ?? 0
        period = series.firstIndex(of: peak) ?? 0
    }
}

extension SummaryEstimate {
    /// By status; inert pledges are not in the basis. Source: CONTRACT § 9.
    static func pledges(_ basis: Basis) -> Rows<Pledges> {
        var rows = Array(repeating: Pledges(count: 0, persons: 0), count: Pledge.Status.allCases.count)
        for entry in basis.pledges {
            let status = entry.pledge.status.callingUpRank
            rows[status].count += 1
            if case .personnel(let people) = entry.pledge.offer { rows[status].persons += people.quantity }
        }
        return Rows(
            Pledge.Status.allCases.compactMap { status in
                let row = rows[status.callingUpRank]
                return row.count > 0 ? (status.rawValue, row) : nil
            })
    }

    static func nations(_ basis: Basis) -> Rows<Contribution> {
        // By nation, then by rank of status: nobody, or so many persons.
        var rows: [Contribution?] = Array(repeating: nil, count: basis.nations.count)
        let statuses = Pledge.Status.allCases
        var persons: [Int?] = Array(repeating: nil, count: basis.nations.count * statuses.count)
        // In order of id: sums of money keep their last digits.
        for index in basis.pledgeOrder {
            let entry = basis.pledges[index]
            guard entry.pledge.status.isLive else { continue }
            if rows[entry.nation] == nil {
                rows[entry.nation] = Contribution(persons: Rows(), places: 0, items: 0, funds: 0)
            }
            switch entry.pledge.offer {
            case .personnel(let people):
                let place = entry.nation * statuses.count + entry.pledge.status.callingUpRank
                persons[place] = (persons[place] ?? 0) + people.quantity
            case .trainingPlaces(let places): rows[entry.nation]?.places += places.places
            case .equipment(let equipment): rows[entry.nation]?.items += equipment.quantity
            case .funds(let money):
                rows[entry.nation]?.funds += money.amount * (basis.factors.rate(of: money.currency) ?? 0)
            }
        }
        return Rows(
            rows.enumerated().compactMap { nation, row in
                guard var row else { return nil }
                row.persons = Rows(
                    statuses.compactMap { status in
                        persons[nation * statuses.count + status.callingUpRank].map { (status.rawValue, $0) }
                    })
                return (basis.nations[nation].text, row)
            })
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
