/// The people of each nation over the periods. One per scenario.
enum NationRowsStage: Stage {
    /// The names of numbers, and the rows of the last estimate.
    struct Tools {
        let basis: Basis
        var rows = RowCutOff<[Int]>()
    }

    /// Returns the persons of each nation, in the rows of the estimate.
    /// - Parameter input: The rows of each period.
    static func compute(_ input: [[PeriodFigures.Row]], _ tools: inout Tools) throws(Superseded) -> Rows<[Int]> {
        var nations = SeriesTable<Int>(periods: input.count)
        for (period, rows) in input.enumerated() {
            for row in rows { nations.set(row.number, period, row.count.filled) }
        }
        var rows: [(String, [Int])] = []
        for number in nations.numbers {
            guard let row = nations.row(number) else { continue }
            rows.append((tools.basis.id(ofNation: number).text, try tools.rows.output(number, row)))
        }
        return Rows(rows)
    }
}
