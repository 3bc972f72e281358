/// The table of runs. One per scenario.
enum RunTableStage: Stage {
    struct Input: Equatable, Sendable {
        let runs: [CourseRun]
        let horizon: Horizon
    }

    static func compute(_ input: Input, _ tools: inout NoTools) -> RunTable { RunTable(input) }
}
