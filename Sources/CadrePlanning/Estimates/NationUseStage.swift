/// The persons used in a period, by nation, in the order of numbers. Key: the period.
enum NationUseStage: Stage {
    struct Input: Equatable, Sendable {
        let supplies: [AssignmentSupply]
        /// The persons used, by supply.
        let used: [Int]
    }

    static func compute(_ input: Input, _ tools: inout PledgeNations) -> [PeriodFigures.Row] {
        var nations = Array(repeating: 0, count: tools.count)
        for (index, used) in input.used.enumerated() where used > 0 {
            nations[tools.nations[input.supplies[index].pledge]] += used
        }
        return nations.enumerated().filter { $0.element > 0 }.map {
            PeriodFigures.Row(number: $0.offset, count: PeriodFigures.Count(filled: $0.element))
        }
    }
}
