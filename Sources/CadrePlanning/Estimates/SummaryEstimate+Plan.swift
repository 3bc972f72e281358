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
        var rows: [Pledge.Status: Pledges] = [:]
        for entry in basis.pledges {
            rows[entry.pledge.status, default: Pledges(count: 0, persons: 0)].count += 1
            if case .personnel(let people) = entry.pledge.offer {
                rows[entry.pledge.status]?.persons += people.quantity
            }
        }
        return Rows(rows.map { ($0.key.rawValue, $0.value) })
    }

    static func nations(_ basis: Basis) -> Rows<Contribution> {
        var rows: [ID<Nation>: Contribution] = [:]
        var persons: [ID<Nation>: [Pledge.Status: Int]] = [:]
        for entry in basis.pledges where entry.pledge.status.isLive {
            let nation = entry.pledge.nation
            var row = rows[nation] ?? Contribution(persons: Rows(), places: 0, items: 0, funds: 0)
            switch entry.pledge.offer {
            case .personnel(let people):
                persons[nation, default: [:]][entry.pledge.status, default: 0] += people.quantity
            case .trainingPlaces(let places): row.places += places.places
            case .equipment(let equipment): row.items += equipment.quantity
            case .funds(let money): row.funds += money.amount * (basis.factors.rate(of: money.currency) ?? 0)
            }
            rows[nation] = row
        }
        for (nation, byStatus) in persons { rows[nation]?.persons = Rows(byStatus.map { ($0.key.rawValue, $0.value) }) }
        return Rows(rows.map { ($0.key.text, $0.value) })
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
