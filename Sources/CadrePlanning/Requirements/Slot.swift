/// A line or an entry of a run that may have posts in a period.
struct Slot: Equatable, Sendable {
    enum Source: Equatable, Sendable {
        case line(LineEntry, LineRules)
        case course(CourseRun, entry: Int)
    }

    let priority: Int
    let source: Source
    /// The key of its group.
    let key: Int
}
