/// Who arrives, leaves and rotates. Source: MODEL § 8, movement.
struct MovementPlan: Sendable {
    let movement: LogisticsEstimate.Movement

    /// - Parameter inTheatre: By pledge: persons used at in-theatre sites, by period.
    init(inTheatre: [[Int]], tourDays: Double, seatsPerSortie: Double, horizon: Horizon) {
        let tour = max(1, horizon.periodsCovering(days: tourDays))
        let none = Array(repeating: 0, count: horizon.periods)
        var movement = LogisticsEstimate.Movement(
            arrivals: none, departures: none, rotations: none, sorties: none)
        for used in inTheatre {
            var before = 0
            var first: Int?
            for period in used.indices {
                let there = used[period]
                movement.arrivals[period] += max(0, there - before)
                movement.departures[period] += max(0, before - there)
                if let first, (period - first) % tour == 0 { movement.rotations[period] += min(before, there) }
                if first == nil, there > 0 { first = period }
                before = there
            }
        }
        for period in none.indices {
            movement.arrivals[period] += movement.rotations[period]
            movement.departures[period] += movement.rotations[period]
            let passengers = max(movement.arrivals[period], movement.departures[period])
            movement.sorties[period] = ceilWhole(Double(passengers) / seatsPerSortie)
        }
        self.movement = movement
    }
}
