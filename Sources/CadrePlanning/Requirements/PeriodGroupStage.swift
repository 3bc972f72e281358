/// All groups of a period in the strict order. Key: the period. Source: MODEL § 7.
///
/// Lines come before courses before enabling posts, priority by priority. The enabling posts of one site and priority
/// are adjacent: they are filled in step.
enum PeriodGroupStage: Stage {
    /// The enabling posts of one site.
    struct Site: Equatable, Sendable {
        let number: Int
        let posts: EnablingPosts
        /// The signature of each of the rules' capabilities there.
        let signatures: [Int]
        /// The keys of the groups of these capabilities.
        let keys: [Int]
    }

    struct Input: Equatable, Sendable {
        let given: GivenPosts
        /// The sites in the order of ids.
        let sites: [Site]
        /// The rules' capabilities.
        let capabilities: [Int]
    }

    static func compute(_ input: Input, _ tools: inout NoTools) -> [Group] {
        var enabling: [[Group]] = Array(repeating: [], count: SiteLoad.priorities + 1)
        for site in input.sites {
            for demand in site.posts.demands {
                enabling[min(demand.priority, SiteLoad.priorities)].append(
                    Group(
                        kind: .enabling(demand.place),
                        key: site.keys[demand.place], signature: site.signatures[demand.place], site: site.number,
                        capability: input.capabilities[demand.place],
                        priority: demand.priority, posts: demand.posts, inTheatre: true,
                        isVisiting: false))
            }
        }
        var groups: [Group] = []
        groups.reserveCapacity(input.given.groups.count + enabling.reduce(0) { $0 + $1.count })
        var next = 1
        for group in input.given.groups {
            while next < group.priority, next < enabling.count {
                groups += enabling[next]
                next += 1
            }
            groups.append(group)
        }
        for priority in next..<max(next, enabling.count) { groups += enabling[priority] }
        return groups
    }
}
