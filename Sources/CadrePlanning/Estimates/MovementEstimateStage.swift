/// The movements in the form of the estimate. One per scenario.
enum MovementEstimateStage: Stage {
    /// The names of numbers, and the rows of the last estimate.
    struct Tools {
        let basis: Basis
        var rows: RowCutOff<LogisticsEstimate.Movement.Nation>
    }

    struct Input: Equatable, Sendable {
        /// The movements of each period.
        let movements: [Movement]
        let sorties: [Int]
    }

    static func compute(_ input: Input, _ tools: inout Tools) throws(Superseded) -> LogisticsEstimate.Movement {
        var arrivals = SeriesTable<Int>(periods: input.movements.count)
        var departures = arrivals
        var rotations = arrivals
        for (period, movement) in input.movements.enumerated() {
            for row in movement.nations {
                arrivals.set(row.nation, period, row.arrivals)
                departures.set(row.nation, period, row.departures)
                rotations.set(row.nation, period, row.rotations)
            }
        }
        var rows: [(String, LogisticsEstimate.Movement.Nation)] = []
        for number in arrivals.numbers {
            guard let series = arrivals.row(number), let departures = departures.row(number),
                let rotations = rotations.row(number)
            else {
                continue
            }
            let row = LogisticsEstimate.Movement.Nation(
                arrivals: series, departures: departures, rotations: rotations)
            rows.append((tools.basis.id(ofNation: number).text, try tools.rows.output(number, row)))
        }
        return .init(
            arrivals: input.movements.map(\.arrivals), departures: input.movements.map(\.departures),
            rotations: input.movements.map(\.rotations), sorties: input.sorties, byNation: Rows(rows))
    }
}
