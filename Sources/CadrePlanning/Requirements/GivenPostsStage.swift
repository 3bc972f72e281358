/// The posts of lines and runs. Key: the period.
enum GivenPostsStage: Stage {
    struct Input: Equatable, Sendable {
        let slots: [Slot]
        /// The available host-nation instructors, by stock.
        let atHand: [Int]
        let relief: Relief
        /// The indices of the stocks that a capability covers, by its number.
        let stocksCovered: [Int: [Int]]
        let rules: RuleTable
        /// Whether each site is in theatre, by its number.
        let inTheatre: [Bool]
    }

    static func compute(_ input: Input, _ tools: inout NoTools) -> GivenPosts {
        var loads: [SiteLoad?] = Array(repeating: nil, count: input.inTheatre.count)
        let empty = SiteLoad(input.rules)
        var left = input.atHand
        var groups: [Group] = []
        var slots: [Int] = []
        groups.reserveCapacity(input.slots.count)
        slots.reserveCapacity(input.slots.count)
        var local = Array(repeating: 0, count: input.slots.count)
        for (index, slot) in input.slots.enumerated() {
            switch slot.source {
            case .line(let line, let rules):
                if loads[line.site] == nil { loads[line.site] = empty }
                loads[line.site]?.add(line.posts, priority: slot.priority, line: rules)
                groups.append(
                    Group(
                        kind: .line(line.number), key: slot.key, signature: line.signature, site: line.site,
                        capability: line.capability, priority: slot.priority, posts: line.posts,
                        inTheatre: input.inTheatre[line.site], isVisiting: false))
            case .course(let run, let entry):
                let capability = run.course.instructors[entry].capability
                let need = run.needs[entry]
                if let stocks = input.stocksCovered[capability] {
                    local[index] = input.relief.relieve(need: need, stocks: stocks, from: &left)
                }
                let posts = need - local[index]
                guard posts > 0 else { continue }
                if loads[run.site] == nil { loads[run.site] = empty }
                loads[run.site]?.add(posts, priority: slot.priority, isMobile: run.isMobile)
                groups.append(
                    Group(
                        kind: .course(run: run.key, entry: entry), key: slot.key, signature: run.signatures[entry],
                        site: run.site, capability: capability, priority: slot.priority, posts: posts,
                        inTheatre: input.inTheatre[run.site], isVisiting: run.isMobile))
            }
            slots.append(index)
        }
        return GivenPosts(groups: groups, slots: slots, local: local, loads: loads)
    }
}
