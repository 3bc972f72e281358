/// The entry of a run, by its number.
enum RunStage: Stage {
    struct Input: Equatable, Sendable {
        let entity: Entity<Run>
        let course: CourseEntry
        let demand: DemandEntry?
        let horizon: Horizon
    }

    static func compute(_ input: Input, _ tools: inout BasisNumbers) -> RunEntry { RunEntry(input, &tools) }
}
