/// The runs of a plan, as far as their outcomes depend on them. Source: MODEL § 4.
final class RunTable: Equatable, Sendable {
    let runs: [CourseRun]
    /// The indices of the runs at work in each period, in the order of ``runs``.
    let active: [[Int]]
    /// The positions in `active` of the runs that train instructors, by period.
    let producing: [[Int]]
    /// The indices in the order of first periods, then names.
    let order: [Int]

    init(_ input: RunTableStage.Input) {
        runs = input.runs
        var active: [[Int]] = Array(repeating: [], count: input.horizon.periods)
        var producing = active
        for (index, run) in input.runs.enumerated() {
            for period in run.window(input.horizon) {
                if run.course.produces != nil { producing[period].append(active[period].count) }
                active[period].append(index)
            }
        }
        let runs = input.runs
        // The first periods by the side: most comparisons look at nothing else.
        let firsts = runs.map(\.first)
        order = runs.indices.sorted { a, b in
            firsts[a] != firsts[b] ? firsts[a] < firsts[b] : bytesPrecede(runs[a].name, runs[b].name)
        }
        self.active = active
        self.producing = producing
    }

    static func == (a: RunTable, b: RunTable) -> Bool { a === b || (a.runs == b.runs && a.active == b.active) }
}
