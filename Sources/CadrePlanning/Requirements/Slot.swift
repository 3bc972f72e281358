/// A line or an entry of a run that may have posts in a period.
///
/// A class of constants: every period of its window lists it.
final class Slot: Equatable, Sendable {
    enum Source: Equatable, Sendable {
        case line(LineEntry, LineRules)
        case course(CourseRun, entry: Int)
    }

    let source: Source
    /// The group before host-nation instructors take over posts.
    let group: Group

    init(_ line: LineEntry, _ rules: LineRules, key: Int, inTheatre: Bool) {
        source = .line(line, rules)
        group = Group(
            kind: .line(line.number), key: key, signature: line.signature, site: line.site,
            capability: line.capability, priority: line.priority, posts: line.posts, inTheatre: inTheatre,
            isVisiting: false)
    }

    init(_ run: CourseRun, entry: Int, key: Int, inTheatre: Bool) {
        source = .course(run, entry: entry)
        group = Group(
            kind: .course(run: run.key, entry: entry), key: key, signature: run.signatures[entry], site: run.site,
            capability: run.course.instructors[entry].capability, priority: run.priority, posts: run.needs[entry],
            inTheatre: inTheatre, isVisiting: run.isMobile)
    }

    static func == (a: Slot, b: Slot) -> Bool { a === b || (a.group == b.group && a.source == b.source) }
}
