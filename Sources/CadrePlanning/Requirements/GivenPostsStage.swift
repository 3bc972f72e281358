/// The posts of lines and runs. Key: the period.
enum GivenPostsStage: Stage {
    struct Input: Equatable, Sendable {
        let slots: [Slot]
        /// The runs at work.
        let runs: [CourseRun]
        /// The available host-nation instructors, by stock.
        let atHand: [Int]
        let relief: Relief
        /// The indices of the stocks that a capability covers, by its number.
        let stocksCovered: [Int: [Int]]
        let rules: RuleTable
        /// The number of sites.
        let sites: Int
    }

    static func compute(_ input: Input, _ tools: inout NoTools) -> GivenPosts {
        var loads: [SiteLoad?] = Array(repeating: nil, count: input.sites)
        let empty = SiteLoad(input.rules)
        var left = input.atHand
        var groups: [Group] = []
        var slots: [Int] = []
        groups.reserveCapacity(input.slots.count)
        slots.reserveCapacity(input.slots.count)
        var local = Array(repeating: 0, count: input.slots.count)
        var firstSlots: [Int: Int] = [:]
        firstSlots.reserveCapacity(input.runs.count)
        for (index, slot) in input.slots.enumerated() {
            var group = slot.group
            switch slot.source {
            case .line(_, let rules):
                if loads[group.site] == nil { loads[group.site] = empty }
                loads[group.site]?.add(group.posts, priority: group.priority, line: rules)
            case .course(let run, let entry):
                if entry == 0 { firstSlots[run.key] = index }
                if let stocks = input.stocksCovered[group.capability] {
                    local[index] = input.relief.relieve(need: group.posts, stocks: stocks, from: &left)
                    group.posts -= local[index]
                }
                guard group.posts > 0 else { continue }
                if loads[group.site] == nil { loads[group.site] = empty }
                loads[group.site]?.add(
                    group.posts, priority: group.priority, isMobile: group.isVisiting)
            }
            groups.append(group)
            slots.append(index)
        }
        return GivenPosts(
            groups: groups, slots: slots, local: local,
            firstSlots: input.runs.map { firstSlots[$0.key] ?? -1 }, loads: loads)
    }
}
