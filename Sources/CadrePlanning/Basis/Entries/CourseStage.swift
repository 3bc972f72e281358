/// The entry of a course, by its number.
enum CourseStage: Stage {
    struct Input: Equatable, Sendable {
        let entity: Entity<Course>
        let horizon: Horizon
    }

    static func compute(_ input: Input, _ tools: inout BasisNumbers) -> CourseEntry { CourseEntry(input, &tools) }
}
