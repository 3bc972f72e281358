/// Distributes lines and runs over the periods. One per scenario.
enum SlotStage: Stage {
    struct Line: Equatable, Sendable {
        let entry: LineEntry
        let rules: LineRules
    }

    struct Input: Equatable, Sendable {
        /// The lines that are in, in the order of ids.
        let lines: [Line]
        let runs: [CourseRun]
        let horizon: Horizon
    }

    static func compute(_ input: Input, _ tools: inout GroupKeys) -> PeriodSlots {
        let periods = input.horizon.periods
        var slots: [[Slot]] = Array(repeating: [], count: periods)
        var active: [[CourseRun]] = Array(repeating: [], count: periods)
        var firstSlots: [[Int]] = Array(repeating: [], count: periods)
        // The place of each run among those at work, in its first period and the others.
        var places: [Int: [Int]] = [:]
        for run in input.runs {
            for period in run.window(input.horizon) {
                places[run.key, default: []].append(active[period].count)
                active[period].append(run)
                firstSlots[period].append(-1)
            }
        }
        var lines: [Int: [Line]] = [:]
        for line in input.lines where line.entry.posts > 0 { lines[line.entry.priority, default: []].append(line) }
        var runs: [Int: [CourseRun]] = [:]
        for run in input.runs where !run.isProvided { runs[run.priority, default: []].append(run) }
        for priority in Set(lines.keys).union(runs.keys).sorted() {
            for line in lines[priority] ?? [] {
                let slot = Slot(
                    priority: priority, source: .line(line.entry, line.rules),
                    key: tools.number(of: .line(line.entry.number)))
                for period in line.entry.window { slots[period].append(slot) }
            }
            let ordered = (runs[priority] ?? []).sorted { a, b in
                a.first != b.first ? a.first < b.first : bytesPrecede(a.name, b.name)
            }
            for run in ordered {
                let window = run.window(input.horizon)
                let own = run.needs.indices.map { entry in
                    Slot(
                        priority: priority, source: .course(run, entry: entry),
                        key: tools.number(of: GroupLabel(run, entry: entry)))
                }
                for (place, period) in zip(places[run.key] ?? [], window) where !own.isEmpty {
                    firstSlots[period][place] = slots[period].count
                    slots[period] += own
                }
            }
        }
        return PeriodSlots(slots: slots, runs: active, firstSlots: firstSlots)
    }

    /// Keeps the storage of periods that stay as they are.
    static func update(
        _ output: PeriodSlots, from old: Input, to new: Input, _ tools: inout GroupKeys
    ) -> PeriodSlots {
        var table = compute(new, &tools)
        for period in table.slots.indices where period < output.slots.count {
            if table.slots[period] == output.slots[period] { table.slots[period] = output.slots[period] }
            if table.runs[period] == output.runs[period] { table.runs[period] = output.runs[period] }
            if table.firstSlots[period] == output.firstSlots[period] {
                table.firstSlots[period] = output.firstSlots[period]
            }
        }
        return table
    }
}
