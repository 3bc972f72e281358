/// The runs planned from one demand. Source: MODEL § 4, runs.
struct RunPlan: Equatable, Sendable {
    var runs: [CourseRun] = []
    var isInfeasible = false
}
