/// The pledges that have people available, by period, in the order of calling up. One per scenario. Source: MODEL § 7.
enum SupplyStage: Stage {
    struct Input: Equatable, Sendable {
        /// The personnel pledges in the order of calling up.
        let order: [PledgeEntry]
        /// Whether a pledge counts, by number.
        let counts: [Bool]
        /// The day on which people come, by number, if it is not the pledged one. Source: MODEL § 9.
        let arrivals: [Int: Day]
        let horizon: Horizon
    }

    static func compute(_ input: Input, _ tools: inout NoTools) -> [[AssignmentSupply]] {
        var supplies: [[AssignmentSupply]] = Array(repeating: [], count: input.horizon.periods)
        for entry in input.order where input.counts[entry.number] {
            guard let pledgeClass = entry.pledgeClass,
                let stay = entry.stay(input.horizon, from: input.arrivals.isEmpty ? nil : input.arrivals[entry.number])
            else { continue }
            let supply = AssignmentSupply(pledge: entry.number, pledgeClass: pledgeClass, persons: entry.persons)
            for period in stay { supplies[period].append(supply) }
        }
        return supplies
    }

    /// Keeps the storage of periods that stay as they are.
    static func update(
        _ output: [[AssignmentSupply]], from old: Input, to new: Input, _ tools: inout NoTools
    ) -> [[AssignmentSupply]] {
        var supplies = compute(new, &tools)
        for period in supplies.indices where period < output.count && supplies[period] == output[period] {
            supplies[period] = output[period]
        }
        return supplies
    }
}
