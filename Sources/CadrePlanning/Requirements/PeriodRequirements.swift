/// What is asked for, period by period, before anybody is assigned. Source: MODEL §§ 5 and 6.
struct PeriodRequirements: Sendable {
    private let enabling: EnablingPosts
    private let order: StrictOrder
    /// Per period: runs at work in it, in order of index; somebody else's too.
    let active: [[Int]]
    /// Per period: runs that end in it and whose graduates will teach, in order of index; not the completed.
    let graduating: [[Int]]
    /// Per capability of the basis: the stocks that it covers, in order of id.
    private let stocksCoveredBy: [[Int]]
    private let mentorShare: Double
    /// Per enabling capability and site: the signature of its posts.
    private let enablingSignatures: [[Int?]]

    init(_ basis: Basis, _ selection: Selection, _ training: TrainingPlan, _ enabling: EnablingPosts) {
        self.enabling = enabling
        order = StrictOrder(basis, selection, runs: training.runs)
        var active: [[Int]] = Array(repeating: [], count: basis.horizon.periods)
        for (index, run) in training.runs.enumerated() {
            for period in run.window(basis.horizon) { active[period].append(index) }
        }
        self.active = active
        var graduating: [[Int]] = Array(repeating: [], count: basis.horizon.periods)
        for (index, run) in training.runs.enumerated()
        where run.actual == nil && basis.courses[run.course].stock != nil && basis.horizon.contains(run.last) {
            graduating[run.last].append(index)
        }
        self.graduating = graduating
        stocksCoveredBy = basis.capabilities.all.map { required in
            basis.stocks.indices.filter { required.covers(basis.stocks[$0]) }
        }
        mentorShare = basis.factors[.mentorShare]
        enablingSignatures = enabling.capabilities.map { capability in
            basis.sites.indices.map { basis.network.known(Signature(capability: capability, site: $0)) }
        }
    }

    /// The groups of a period in strict order.
    ///
    /// They depend on pledges by what is at hand of the host nation's instructors alone.
    /// - Parameters:
    ///   - hostInstructors: By stock: how many are at hand.
    ///   - local: By entry of all runs: what host-nation instructors take over; written for the runs at work.
    /// - Returns: Groups with posts.
    func groups(
        _ period: Int, _ basis: Basis, _ selection: Selection, _ training: TrainingPlan, hostInstructors: [Int],
        local: inout [Int]
    ) -> [Group] {
        var sites = Array(repeating: enabling.emptySite(), count: basis.sites.count)
        var left = hostInstructors
        var given: [Group] = []
        given.reserveCapacity(order.periods[period].count)
        for (priority, slot) in order.periods[period] {
            switch slot {
            case .line(let index):
                let line = basis.lines[index]
                enabling.note(posts: line.posts, capability: line.capability, priority: priority, at: &sites[line.site])
                given.append(
                    Group(
                        kind: .line(index), key: index, signature: line.signature, site: line.site,
                        capability: line.capability, priority: priority, posts: line.posts))
            case .course(let index, let entry):
                let run = training.runs[index]
                let capability = basis.courses[run.course].instructors[entry].capability
                let need = run.needs[entry]
                let relieved = relieve(need: need, capability: capability, from: &left)
                local[run.entryBase + entry] = relieved
                let posts = need - relieved
                guard posts > 0 else { continue }
                sites[run.site].note(coursePosts: posts, priority: priority, isMobile: run.isMobile)
                given.append(
                    Group(
                        kind: .course(run: index, entry: entry), key: run.key + entry,
                        signature: run.signatures[entry], site: run.site, capability: capability,
                        priority: priority, posts: posts))
            }
        }
        return merged(given, enablingGroups(sites, basis, selection, training))
    }

    /// MODEL § 5: stocks in order of id, all but the share that stays foreign.
    private func relieve(need: Int, capability: Int, from left: inout [Int]) -> Int {
        var open = need - ceilWhole(mentorShare * Double(need))
        let most = open
        for stock in stocksCoveredBy[capability] where open > 0 {
            let taken = min(left[stock], open)
            left[stock] -= taken
            open -= taken
        }
        return most - max(open, 0)
    }

    /// In order (priority, site id, capability).
    private func enablingGroups(
        _ sites: [EnablingPosts.Site], _ basis: Basis, _ selection: Selection, _ training: TrainingPlan
    ) -> [Group] {
        var groups: [Group] = []
        for (site, demands) in enabling.demands(sites, basis, selection).enumerated() {
            for demand in demands {
                guard let signature = enablingSignatures[demand.capability][site] else { continue }
                groups.append(
                    Group(
                        kind: .enabling(demand.capability),
                        key: training.enablingBase + site * training.enablingWidth + demand.capability,
                        signature: signature, site: site, capability: enabling.capabilities[demand.capability],
                        priority: demand.priority, posts: demand.posts))
            }
        }
        // Stable by construction: sites and capabilities come in order of id.
        return groups.enumerated().sorted {
            ($0.element.priority, $0.offset) < ($1.element.priority, $1.offset)
        }.map(\.element)
    }

    /// Lines before courses before enabling posts, priority by priority; both lists are in that order themselves.
    private func merged(_ given: [Group], _ enabling: [Group]) -> [Group] {
        var groups: [Group] = []
        groups.reserveCapacity(given.count + enabling.count)
        var next = 0
        for group in given {
            while next < enabling.count, enabling[next].priority < group.priority {
                groups.append(enabling[next])
                next += 1
            }
            groups.append(group)
        }
        groups += enabling[next...]
        return groups
    }
}
