/// The movements of all periods. One per scenario.
enum AllMovementsStage: Stage {
    /// The movements of single periods.
    struct Tools {
        var periods: StageCache<MovementStage>
        var nations: PledgeNations
    }

    struct Input: Equatable, Sendable {
        let periods: [PlannedPeriod]
        /// The length of a tour in periods, at least 1.
        let tour: Int
    }

    static func compute(_ input: Input, _ tools: inout Tools) throws(Superseded) -> [Movement] {
        // The first period in which a pledge has anybody in theatre, by its number.
        var first = Array(repeating: -1, count: tools.nations.nations.count)
        for (number, period) in input.periods.enumerated() {
            for (index, supply) in period.supplies.enumerated()
            where period.usedInTheatre[index] > 0 && first[supply.pledge] < 0 {
                first[supply.pledge] = number
            }
        }
        var rotating: [[Int]] = Array(repeating: [], count: input.periods.count)
        for (pledge, begin) in first.enumerated() where begin >= 0 {
            for period in stride(from: begin + input.tour, to: input.periods.count, by: input.tour) {
                rotating[period].append(pledge)
            }
        }
        var before = MovementStage.Presence.nobody
        var movements: [Movement] = []
        movements.reserveCapacity(input.periods.count)
        for (number, period) in input.periods.enumerated() {
            let now = MovementStage.Presence(supplies: period.supplies, usedInTheatre: period.usedInTheatre)
            movements.append(
                try tools.periods.output(
                    number, .init(before: before, now: now, rotating: rotating[number]), &tools.nations))
            before = now
        }
        return movements
    }
}
