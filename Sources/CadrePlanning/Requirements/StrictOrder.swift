/// Lines and course entries of a scenario in the strict order of MODEL § 7, period by period; enabling groups join them
/// later, for their priority may change.
struct StrictOrder: Sendable {
    enum Slot: Equatable, Sendable {
        case line(Int)
        case course(run: Int, entry: Int)
    }

    /// Per period: what is active in it and may have posts, with its priority.
    let periods: [[(priority: Int, slot: Slot)]]

    init(_ basis: Basis, _ selection: Selection, runs: [CourseRun]) {
        var linesBy: [Int: [Int]] = [:]
        for (index, line) in basis.lines.enumerated()
        where line.posts > 0 && !line.window.isEmpty && selection.isIn(line.element) {
            linesBy[line.priority, default: []].append(index)
        }
        var runsBy: [Int: [Int]] = [:]
        for (index, run) in runs.enumerated() where !run.isProvided { runsBy[run.priority, default: []].append(index) }

        var periods: [[(priority: Int, slot: Slot)]] = Array(repeating: [], count: basis.horizon.periods)
        for priority in Set(linesBy.keys).union(runsBy.keys).sorted() {
            for line in linesBy[priority] ?? [] {
                for period in basis.lines[line].window { periods[period].append((priority, .line(line))) }
            }
            let ordered = (runsBy[priority] ?? []).sorted { a, b in
                if runs[a].first != runs[b].first { return runs[a].first < runs[b].first }
                return bytesPrecede(runs[a].name, runs[b].name)
            }
            for index in ordered {
                let run = runs[index]
                for period in run.window(basis.horizon) {
                    for entry in run.needs.indices {
                        periods[period].append((priority, .course(run: index, entry: entry)))
                    }
                }
            }
        }
        self.periods = periods
    }
}
