/// The movements of a period. Key: the period.
enum MovementStage: Stage {
    /// The people in theatre in one period.
    struct Presence: Equatable, Sendable {
        let supplies: [AssignmentSupply]
        let usedInTheatre: [Int]

        static let nobody = Presence(supplies: [], usedInTheatre: [])
    }

    struct Input: Equatable, Sendable {
        let before: Presence
        let now: Presence
        /// The pledges whose people rotate in this period if they stay.
        let rotating: [Int]
    }

    static func compute(_ input: Input, _ tools: inout PledgeNations) -> Movement {
        var nations = NationTally(nations: tools.count)
        for (index, supply) in input.before.supplies.enumerated() {
            tools.before[supply.pledge] = input.before.usedInTheatre[index]
        }
        for pledge in input.rotating { tools.isRotating[pledge] = true }
        for (index, supply) in input.now.supplies.enumerated() {
            let there = input.now.usedInTheatre[index], before = tools.before[supply.pledge]
            guard there > 0 || before > 0 else { continue }
            let rotations = tools.isRotating[supply.pledge] ? min(before, there) : 0
            nations.add(tools.nations[supply.pledge], from: before, to: there, rotations: rotations)
            tools.before[supply.pledge] = 0
        }
        // The people who are no longer available.
        for supply in input.before.supplies where tools.before[supply.pledge] > 0 {
            nations.add(tools.nations[supply.pledge], from: tools.before[supply.pledge], to: 0, rotations: 0)
            tools.before[supply.pledge] = 0
        }
        for pledge in input.rotating { tools.isRotating[pledge] = false }
        return Movement(nations: nations.rows)
    }

    /// Movements by nation.
    private struct NationTally {
        private var all: [Movement.Nation]

        init(nations: Int) {
            all = (0..<nations).map { Movement.Nation(nation: $0) }
        }

        mutating func add(_ nation: Int, from before: Int, to there: Int, rotations: Int) {
            all[nation].arrivals += max(0, there - before) + rotations
            all[nation].departures += max(0, before - there) + rotations
            all[nation].rotations += rotations
        }

        /// The nations that move anybody.
        var rows: [Movement.Nation] { all.filter { $0.arrivals > 0 || $0.departures > 0 } }
    }
}
