/// A run given by event. Key: the number of the run.
enum GivenRunStage: Stage {
    static func compute(_ input: RunEntry, _ tools: inout NoTools) -> CourseRun { CourseRun(input) }
}
