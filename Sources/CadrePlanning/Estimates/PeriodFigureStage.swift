/// The strengths of a period. Key: the period.
enum PeriodFigureStage: Stage {
    struct Input: Equatable, Sendable {
        let groups: [Group]
        /// The posts filled, by group.
        let filled: [Int]
    }

    static func compute(_ input: Input, _ tools: inout NoTools) -> PeriodFigures { PeriodFigures(input) }
}
