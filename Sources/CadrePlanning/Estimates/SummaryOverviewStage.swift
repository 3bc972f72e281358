enum SummaryOverviewStage: Stage {
    struct Input: Equatable, Sendable {
        /// The pledges in the order of ids.
        let pledges: [PledgeEntry]
        let factors: FactorTable
        /// The factors that events set.
        let set: [SourcedFactor]
    }

    static func compute(_ input: Input, _ tools: inout NoTools) -> SummaryOverview {
        SummaryOverview(
            pledges: pledges(input.pledges), nations: nations(input.pledges, input.factors), factors: sets(input.set))
    }

    /// Inert pledges are not among the entries. Source: CONTRACT § 9.
    private static func pledges(_ entries: [PledgeEntry]) -> Rows<SummaryEstimate.Pledges> {
        var rows: [Pledge.Status: SummaryEstimate.Pledges] = [:]
        for entry in entries {
            rows[entry.pledge.status, default: .init(count: 0, persons: 0)].count += 1
            rows[entry.pledge.status, default: .init(count: 0, persons: 0)].persons += entry.persons
        }
        return Rows(rows.map { ($0.key.rawValue, $0.value) })
    }

    private static func nations(
        _ entries: [PledgeEntry], _ factors: FactorTable
    ) -> Rows<SummaryEstimate.Contribution> {
        var rows: [ID<Nation>: SummaryEstimate.Contribution] = [:]
        var persons: [ID<Nation>: [Pledge.Status: Int]] = [:]
        // In the order of ids, so that sums of money keep their last digits.
        for entry in entries where entry.pledge.status.isLive {
            let nation = entry.pledge.nation
            var row = rows[nation] ?? .init(persons: Rows(), places: 0, items: 0, funds: 0)
            switch entry.pledge.offer {
            case .personnel(let people):
                persons[nation, default: [:]][entry.pledge.status, default: 0] += people.quantity
            case .trainingPlaces(let places): row.places += places.places
            case .equipment(let equipment): row.items += equipment.quantity
            case .funds(let money): row.funds += money.amount * (factors.rate(of: money.currency) ?? 0)
            }
            rows[nation] = row
        }
        for (nation, statuses) in persons {
            rows[nation]?.persons = Rows(statuses.map { ($0.key.rawValue, $0.value) })
        }
        return Rows(rows.map { ($0.key.text, $0.value) })
    }

    private static func sets(_ factors: [SourcedFactor]) -> [SummaryEstimate.FactorSetCount] {
        Dictionary(grouping: factors, by: \.set).map { .init(set: $0.key, count: $0.value.count) }
            .sorted { bytesPrecede($0.set, $1.set) }
    }
}
