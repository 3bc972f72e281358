/// The enabling posts of a site in theatre. Key: the period and the site.
///
/// An enabling post is as urgent as those who need it: the rules are applied to the posts of priority ≤ 1, ≤ 2 … ≤ 5,
/// and what a step adds has its priority.
enum EnablingStage: Stage {
    struct Input: Equatable, Sendable {
        /// `nil` if nothing is at the site.
        let load: SiteLoad?
        let site: SiteRules
        let rules: RuleTable
        /// The principals of all sites in theatre by priority ≤ 1 … 5 at headquarters; empty elsewhere.
        let missionPrincipals: [Int]
    }

    static func compute(_ input: Input, _ tools: inout NoTools) -> EnablingPosts {
        guard input.load != nil || input.missionPrincipals.contains(where: { $0 > 0 }) else {
            return EnablingPosts(demands: [], terms: [], hosted: [])
        }
        let load = input.load ?? SiteLoad(input.rules)
        var demands: [EnablingPosts.Demand] = []
        var before = Array(repeating: 0, count: input.rules.capabilities.count)
        var last: Balance?
        for priority in 1...SiteLoad.priorities {
            let isMore =
                load.hasPosts(priority)
                || (!input.missionPrincipals.isEmpty
                    && input.missionPrincipals[priority - 1]
                        > (priority > 1 ? input.missionPrincipals[priority - 2] : 0))
            guard isMore else { continue }
            let balance = Balance(input, load, most: priority)
            last = balance
            let urgency = max(priority, input.rules.mostUrgent)
            for place in before.indices {
                let net = balance.net(place)
                let posts = net - before[place]
                before[place] = net
                guard posts > 0 else { continue }
                // Steps more urgent than the factor allows are added to its priority.
                let known = demands.lastIndex { $0.priority == urgency && $0.place == place }
                if let known {
                    demands[known] = .init(place: place, priority: urgency, posts: demands[known].posts + posts)
                } else {
                    demands.append(.init(place: place, priority: urgency, posts: posts))
                }
            }
        }
        guard let balance = last else { return EnablingPosts(demands: [], terms: [], hosted: []) }
        demands.sort { ($0.priority, $0.place) < ($1.priority, $1.place) }
        return EnablingPosts(
            demands: demands, terms: balance.terms(input, load), hosted: balance.hosted(input, load))
    }

    /// The posts that the rules require at a site of which only the posts of priority ≤ `most` are present.
    private struct Balance {
        let most: Int
        let missionPrincipals: Int
        private(set) var isManned = false
        private(set) var population = 0
        /// The posts of headquarters by capability.
        private var headquarters: [Int]
        private var others: [Int]
        private let lines: [Int]

        init(_ input: Input, _ load: SiteLoad, most: Int) {
            self.most = most
            missionPrincipals = input.missionPrincipals.isEmpty ? 0 : input.missionPrincipals[most - 1]
            let rules = input.rules.rules
            let capabilities = input.rules.capabilities.indices
            lines = capabilities.map { load.lines(coveredBy: $0) }
            headquarters = Array(repeating: 0, count: capabilities.count)
            others = headquarters
            var fixed = others
            for (index, rule) in rules.enumerated() where input.site.isOwn[index] {
                switch rule.demand {
                case .perMission: headquarters[rule.place] += asked(index, input, load).asked
                case .perInstructors: fixed[rule.place] += asked(index, input, load).asked
                case .perSite, .perPopulation: break
                }
            }
            var base = load.principals(most) + load.enablingLines(most)
            for place in capabilities { base += max(0, headquarters[place] - lines[place]) }
            isManned = base > 0
            for (index, rule) in rules.enumerated() where input.site.isOwn[index] {
                if case .perSite = rule.demand { fixed[rule.place] += asked(index, input, load).asked }
            }
            // Grows from scratch to the least fixed point: the sum of the ratios is below 0.9.
            others = fixed
            population = -1
            while true {
                var next = base
                for place in capabilities {
                    next += max(0, others[place] - max(0, lines[place] - headquarters[place]))
                }
                if next == population { break }
                population = next
                others = fixed
                for (index, rule) in rules.enumerated() where input.site.isOwn[index] {
                    if case .perPopulation = rule.demand { others[rule.place] += asked(index, input, load).asked }
                }
            }
        }

        /// Returns the posts of a capability that lines leave open.
        func net(_ place: Int) -> Int { max(0, headquarters[place] + others[place] - lines[place]) }

        func terms(_ input: Input, _ load: SiteLoad) -> [EnablingPosts.Term] {
            let rules = input.rules.rules
            var left = lines
            var terms: [EnablingPosts.Term] = []
            let own = rules.indices.filter { input.site.isOwn[$0] }
            for index in own.filter({ rules[$0].isPerMission }) + own.filter({ !rules[$0].isPerMission }) {
                let (counted, asked) = asked(index, input, load)
                guard asked > 0 else { continue }
                let takenOff = min(asked, left[rules[index].place])
                left[rules[index].place] -= takenOff
                terms.append(.init(rule: index, counted: counted, asked: asked, takenOff: takenOff))
            }
            return terms
        }

        /// Returns the posts that hosted rules would require. Lines are not taken off them. Source: MODEL § 6.
        func hosted(_ input: Input, _ load: SiteLoad) -> [EnablingPosts.Term] {
            input.rules.rules.indices.filter { !input.site.isOwn[$0] }.compactMap { index in
                let (counted, asked) = asked(index, input, load)
                return asked > 0 ? .init(rule: index, counted: counted, asked: asked, takenOff: 0) : nil
            }
        }

        /// Returns the number of people or places that a rule counts, and the posts that it requires for them.
        private func asked(_ index: Int, _ input: Input, _ load: SiteLoad) -> (counted: Int, asked: Int) {
            let rule = input.rules.rules[index]
            let counted =
                switch rule.demand {
                case .perMission: missionPrincipals
                case .perInstructors: load.coursePosts(most) + load.principalLines(rule: index, most)
                case .perSite: isManned ? 1 : 0
                case .perPopulation: isManned ? population : 0
                }
            return (counted, ceilWhole(rule.demand.rate(at: input.site.threat) * Double(counted)))
        }
    }
}
