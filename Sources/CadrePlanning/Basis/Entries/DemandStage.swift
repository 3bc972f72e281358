/// The entry of a demand, by its number.
enum DemandStage: Stage {
    struct Input: Equatable, Sendable {
        let entity: Entity<Demand>
        let course: CourseEntry
        let horizon: Horizon
    }

    static func compute(_ input: Input, _ tools: inout BasisNumbers) -> DemandEntry { DemandEntry(input, &tools) }
}
