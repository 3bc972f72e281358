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

    static func compute(_ input: Input, _ tools: inout NoTools) -> PeriodLists<Int, AssignmentSupply> {
        PeriodLists(entries(input), periods: input.horizon.periods)
    }

    static func update(
        _ output: PeriodLists<Int, AssignmentSupply>, from old: Input, to new: Input, _ tools: inout NoTools
    ) -> PeriodLists<Int, AssignmentSupply> {
        PeriodLists(entries(new), periods: new.horizon.periods, after: output)
    }

    private static func entries(_ input: Input) -> [PeriodLists<Int, AssignmentSupply>.Entry] {
        input.order.compactMap { entry in
            guard input.counts[entry.number], let pledgeClass = entry.pledgeClass,
                let stay = entry.stay(input.horizon, from: input.arrivals.isEmpty ? nil : input.arrivals[entry.number])
            else { return nil }
            return .init(
                key: entry.number, window: stay,
                item: AssignmentSupply(pledge: entry.number, pledgeClass: pledgeClass, persons: entry.persons))
        }
    }
}
