/// Arrivals, departures and rotations in one period, by nation. Source: MODEL § 8, movement.
struct Movement: Equatable, Sendable {
    struct Nation: Equatable, Sendable {
        let nation: Int
        var arrivals = 0
        var departures = 0
        var rotations = 0
    }

    /// The movements of nations, in the order of their numbers.
    let nations: [Nation]

    var arrivals: Int { nations.reduce(0) { $0 + $1.arrivals } }
    var departures: Int { nations.reduce(0) { $0 + $1.departures } }
    var rotations: Int { nations.reduce(0) { $0 + $1.rotations } }
}
