/// Distributes lines and runs over the periods. One per scenario.
enum SlotStage: Stage {
    struct Line: Equatable, Sendable {
        let slot: Slot
        let window: Range<Int>
    }

    struct Input: Equatable, Sendable {
        /// The lines that are in, in the order of ids.
        let lines: [Line]
        let runs: RunTable
        /// The slots of each run, by entry.
        let runSlots: [[Slot]]
        let horizon: Horizon
    }

    static func compute(_ input: Input, _ tools: inout NoTools) -> PeriodSlots { slots(input, after: nil) }

    static func update(_ output: PeriodSlots, from old: Input, to new: Input, _ tools: inout NoTools) -> PeriodSlots {
        slots(new, after: output)
    }

    private static func slots(_ input: Input, after previous: PeriodSlots?) -> PeriodSlots {
        var lines: [Int: [Line]] = [:]
        for line in input.lines { lines[line.slot.group.priority, default: []].append(line) }
        var runs: [Int: [Int]] = [:]
        for index in input.runs.order where !input.runSlots[index].isEmpty {
            runs[input.runs.runs[index].priority, default: []].append(index)
        }
        var slots: [PeriodLists<Group.Kind, Slot>.Entry] = []
        slots.reserveCapacity(input.lines.count + 4 * input.runSlots.count)
        for priority in Set(lines.keys).union(runs.keys).sorted() {
            for line in lines[priority] ?? [] {
                slots.append(.init(key: line.slot.group.kind, window: line.window, item: line.slot))
            }
            for index in runs[priority] ?? [] {
                let window = input.runs.runs[index].window(input.horizon)
                for slot in input.runSlots[index] {
                    slots.append(.init(key: slot.group.kind, window: window, item: slot))
                }
            }
        }
        let periods = input.horizon.periods
        return PeriodSlots(
            slots: PeriodLists(slots, periods: periods, after: previous?.slots),
            runs: PeriodLists(
                input.runs.runs.map { .init(key: $0.key, window: $0.window(input.horizon), item: $0) },
                periods: periods, after: previous?.runs))
    }
}
