/// Who arrives, leaves and rotates. Source: MODEL § 8, movement.
struct MovementPlan: Sendable {
    private(set) var movement: LogisticsEstimate.Movement

    /// - Parameter earlier: Only pledges that are used otherwise than in it are counted again.
    init(_ basis: Basis, _ plan: ScenarioPlan, after earlier: LogisticsPlan.Earlier? = nil) {
        let horizon = basis.horizon
        let tour = max(1, horizon.periodsCovering(days: basis.factors[.tourDays]))
        if let earlier {
            movement = earlier.logistics.estimate.movement
            guard !earlier.difference.used.isEmpty else { return }
            let pledges = MovementPlan.usedOtherwise(plan, earlier, of: basis.pledges.count)
            guard !pledges.isEmpty else { return }
            for used in MovementPlan.inTheatre(earlier.plan, pledges: basis.pledges.count, only: pledges) {
                count(used, times: -1, tour: tour)
            }
            for used in MovementPlan.inTheatre(plan, pledges: basis.pledges.count, only: pledges) {
                count(used, times: 1, tour: tour)
            }
        } else {
            let none = Array(repeating: 0, count: horizon.periods)
            movement = .init(arrivals: none, departures: none, rotations: none, sorties: none)
            for used in MovementPlan.inTheatre(plan, pledges: basis.pledges.count, only: nil) {
                count(used, times: 1, tour: tour)
            }
        }
        let seats = basis.factors[.sortieSeats]
        for period in movement.sorties.indices {
            let passengers = max(movement.arrivals[period], movement.departures[period])
            movement.sorties[period] = ceilWhole(Double(passengers) / seats)
        }
    }

    /// Adds the movements of one pledge, `times` over; who rotates arrives and departs.
    /// - Parameter used: Persons in theatre, by period.
    private mutating func count(_ used: [Int], times: Int, tour: Int) {
        var before = 0
        var first: Int?
        for period in used.indices {
            let there = used[period]
            var rotations = 0
            if let first, (period - first) % tour == 0 { rotations = min(before, there) }
            movement.arrivals[period] += times * (max(0, there - before) + rotations)
            movement.departures[period] += times * (max(0, before - there) + rotations)
            movement.rotations[period] += times * rotations
            if first == nil, there > 0 { first = period }
            before = there
        }
    }

    /// By pledge that is ever used in theatre: persons, by period.
    /// - Parameter only: By pledge: whether it is asked for; `nil`: all are.
    private static func inTheatre(_ plan: ScenarioPlan, pledges: Int, only: Set<Int>?) -> [[Int]] {
        var used: [[Int]?] = Array(repeating: nil, count: pledges)
        var isAsked = Array(repeating: only == nil, count: pledges)
        for pledge in only ?? [] { isAsked[pledge] = true }
        let none = Array(repeating: 0, count: plan.periods.count)
        for (number, period) in plan.periods.enumerated() {
            for (index, supply) in period.supplies.enumerated()
            where isAsked[supply.pledge] && period.totals.usedInTheatre[index] > 0 {
                if used[supply.pledge] == nil { used[supply.pledge] = none }
                used[supply.pledge]?[number] = period.totals.usedInTheatre[index]
            }
        }
        return used.compactMap { $0 }
    }

    /// Pledges with more or fewer persons in theatre in some period.
    /// - Parameter count: Of pledges in all.
    private static func usedOtherwise(_ plan: ScenarioPlan, _ earlier: LogisticsPlan.Earlier, of count: Int) -> Set<Int>
    {
        var pledges: Set<Int> = []
        // By pledge: persons more than before.
        var more = Array(repeating: 0, count: count)
        for number in earlier.difference.used {
            let (old, new) = (earlier.plan.periods[number], plan.periods[number])
            for (index, supply) in old.supplies.enumerated() { more[supply.pledge] -= old.totals.usedInTheatre[index] }
            for (index, supply) in new.supplies.enumerated() { more[supply.pledge] += new.totals.usedInTheatre[index] }
            for supply in old.supplies where more[supply.pledge] != 0 {
                pledges.insert(supply.pledge)
                more[supply.pledge] = 0
            }
            for supply in new.supplies where more[supply.pledge] != 0 {
                pledges.insert(supply.pledge)
                more[supply.pledge] = 0
            }
        }
        return pledges
    }
}
