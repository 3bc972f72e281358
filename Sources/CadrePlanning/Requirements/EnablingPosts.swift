/// Enabling posts: who must come because others come. Source: MODEL § 6.
struct EnablingPosts: Sendable {
    /// What one site asks of the rules in one period.
    struct Site: Sendable {
        /// Posts of principal lines and of resident courses.
        var principals = 0
        /// Posts of enabling lines.
        var enablingLines = 0
        /// Foreign course posts, visitors included.
        var coursePosts = 0
        /// Posts of enabling lines by covering rule capability, and of principal lines by rule's `of`.
        var linesByCapability: [Int]
        var principalLinesByRule: [Int]
        /// The most urgent line or course group; `nil`: none.
        var mostUrgent: Int?

        init(capabilities: Int, rules: Int) {
            linesByCapability = Array(repeating: 0, count: capabilities)
            principalLinesByRule = Array(repeating: 0, count: rules)
        }

        mutating func noteUrgency(_ priority: Int) {
            mostUrgent = min(mostUrgent ?? priority, priority)
        }

        /// Counts foreign posts of a run; those of mobile teams are visitors, no principals.
        mutating func note(coursePosts posts: Int, priority: Int, isMobile: Bool) {
            noteUrgency(priority)
            coursePosts += posts
            if !isMobile { principals += posts }
        }
    }

    /// Net posts of one capability at a site.
    struct Demand: Equatable, Sendable {
        /// Place in `capabilities`.
        let capability: Int
        let posts: Int
        let priority: Int
    }

    /// What one rule adds to the posts of its capability at a site, as it comes about.
    struct Share: Equatable, Sendable {
        /// Place among the factors' rules.
        let rule: Int
        /// Place in `capabilities`.
        let capability: Int
        /// What the rule's ratio is taken of: posts or persons; 1 of a rule per site.
        let counted: Int
        /// Before lines are taken off.
        let asked: Int
        /// Posts of enabling lines taken off it.
        let takenOff: Int

        var posts: Int { asked - takenOff }
    }

    /// What the rules ask of one site, by place in `capabilities`.
    private struct Balance {
        let headquarters: [Int]
        let headquartersNet: [Int]
        /// Posts of enabling lines that headquarters did not use.
        let linesLeft: [Int]
        /// What the other rules ask for, before lines are taken off.
        let others: [Int]
        let isManned: Bool
        let population: Int
    }

    /// A rule ready to be asked, by its place among the factors' rules.
    private struct Rule: Sendable {
        /// Place in `capabilities`.
        let capability: Int
        let demand: EnablingRule.Demand
        /// Per capability of the basis: whether the rule counts its principal lines (`per: instructors`).
        let counts: [Bool]
    }

    /// Capabilities that rules ask for, by index of the basis, in order of code.
    let capabilities: [Int]
    private let rules: [Rule]
    /// Per capability of the basis: the places in `capabilities` that cover it. Empty: principal.
    private let coveredBy: [[Int]]
    private let urgency: Int

    init(_ basis: Basis) {
        let codes = basis.capabilities.all
        var places: [Int: Int] = [:]
        let asked = Set(basis.factors.rules.map(\.rule.capability)).sorted()
        let indexByCode = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        capabilities = asked.compactMap { indexByCode[$0] }
        for (place, capability) in capabilities.enumerated() { places[capability] = place }
        rules = basis.factors.rules.compactMap { named in
            guard let index = indexByCode[named.rule.capability], let place = places[index] else { return nil }
            var counts: [Bool] = []
            if case .perInstructors(_, let of) = named.rule.demand {
                counts = codes.map { code in of.contains { $0.covers(code) } }
            }
            return Rule(capability: place, demand: named.rule.demand, counts: counts)
        }
        let capabilities = capabilities
        coveredBy = codes.indices.map { offered in
            capabilities.indices.filter {
                basis.capabilities.covers(required: capabilities[$0], offered: offered)
            }
        }
        // A priority is whole; a factor between two counts as the less urgent.
        urgency = ceilWhole(basis.factors[.enablingPriority])
    }

    /// Whether a line asking for this capability is an enabling line.
    func isEnabling(_ capability: Int) -> Bool { !coveredBy[capability].isEmpty }

    func emptySite() -> Site { Site(capabilities: capabilities.count, rules: rules.count) }

    /// Counts a line's posts at its site.
    func note(posts: Int, capability: Int, priority: Int, at site: inout Site) {
        site.noteUrgency(priority)
        if isEnabling(capability) {
            site.enablingLines += posts
            for place in coveredBy[capability] { site.linesByCapability[place] += posts }
        } else {
            site.principals += posts
            for (index, rule) in rules.enumerated() where !rule.counts.isEmpty && rule.counts[capability] {
                site.principalLinesByRule[index] += posts
            }
        }
    }

    /// The net demands at every in-theatre site, by site; abroad nobody is asked for.
    func demands(_ sites: [Site], _ basis: Basis, _ selection: Selection) -> [[Demand]] {
        let inTheatre = basis.sites.indices.filter { basis.inTheatre[$0] }
        let mostUrgentAnywhere = inTheatre.compactMap { sites[$0].mostUrgent }.min()
        let principals = inTheatre.reduce(0) { $0 + sites[$1].principals }
        var all: [[Demand]] = Array(repeating: [], count: sites.count)
        for index in inTheatre {
            let isHeadquarters = index == basis.hqSite
            all[index] = demands(
                at: index, sites[index], missionPrincipals: isHeadquarters ? principals : 0,
                mostUrgentAnywhere: mostUrgentAnywhere, basis, selection)
        }
        return all
    }

    private func demands(
        at index: Int, _ site: Site, missionPrincipals: Int, mostUrgentAnywhere: Int?, _ basis: Basis,
        _ selection: Selection
    ) -> [Demand] {
        let balance = balance(at: index, site, missionPrincipals: missionPrincipals, basis, selection)
        return capabilities.indices.compactMap { place in
            let posts = balance.headquartersNet[place] + max(0, balance.others[place] - balance.linesLeft[place])
            guard posts > 0 else { return nil }
            // No more urgent than what they are there for; headquarters are there for all of the mission.
            let here = max(urgency, site.mostUrgent ?? mostUrgentAnywhere ?? urgency)
            let anywhere = max(urgency, mostUrgentAnywhere ?? urgency)
            var priority = Int.max
            if balance.others[place] > 0 { priority = min(priority, here) }
            if balance.headquarters[place] > 0 { priority = min(priority, anywhere) }
            return Demand(capability: place, posts: posts, priority: priority)
        }
    }

    private func balance(
        at index: Int, _ site: Site, missionPrincipals: Int, _ basis: Basis, _ selection: Selection
    ) -> Balance {
        let entry = basis.sites[index]
        let threat = entry.site.threat
        func isAsked(_ rule: Int) -> Bool { selection.isOwn(entry.hostedRules[rule]) }

        var headquarters = Array(repeating: 0, count: capabilities.count)
        var fixed = headquarters
        for (number, rule) in rules.enumerated() where isAsked(number) {
            switch rule.demand {
            case .perMission(let ratio):
                headquarters[rule.capability] += ceilWhole(ratio[threat] * Double(missionPrincipals))
            case .perInstructors(let ratio, _):
                let instructors = site.coursePosts + site.principalLinesByRule[number]
                fixed[rule.capability] += ceilWhole(ratio[threat] * Double(instructors))
            case .perSite, .perPopulation: break
            }
        }
        let headquartersNet = capabilities.indices.map { max(0, headquarters[$0] - site.linesByCapability[$0]) }
        let linesLeft = capabilities.indices.map { max(0, site.linesByCapability[$0] - headquarters[$0]) }
        let base = site.principals + headquartersNet.reduce(0, +) + site.enablingLines
        let isManned = base > 0
        if isManned {
            for (number, rule) in rules.enumerated() where isAsked(number) {
                if case .perSite(let count) = rule.demand { fixed[rule.capability] += ceilWhole(count[threat]) }
            }
        }
        // Grows from nothing to the least fixed point: the ratios' sum is below 0.9.
        var others = fixed
        var population = -1
        while true {
            let next = base + capabilities.indices.reduce(0) { $0 + max(0, others[$1] - linesLeft[$1]) }
            if next == population { break }
            population = next
            others = fixed
            guard isManned else { continue }
            for (number, rule) in rules.enumerated() where isAsked(number) {
                if case .perPopulation(let ratio) = rule.demand {
                    others[rule.capability] += ceilWhole(ratio[threat] * Double(population))
                }
            }
        }
        return Balance(
            headquarters: headquarters, headquartersNet: headquartersNet, linesLeft: linesLeft, others: others,
            isManned: isManned, population: population)
    }

    /// The demands taken apart by rule, by site; a capability's shares add up to its demand.
    ///
    /// Lines are taken off rule after rule: headquarters first, as MODEL § 6 has it, then in order of name.
    /// - Returns: Shares of the rules that ask for anybody, headquarters first, then in order of name.
    func shares(_ sites: [Site], _ basis: Basis, _ selection: Selection) -> [[Share]] {
        let inTheatre = basis.sites.indices.filter { basis.inTheatre[$0] }
        let principals = inTheatre.reduce(0) { $0 + sites[$1].principals }
        var all: [[Share]] = Array(repeating: [], count: sites.count)
        for index in inTheatre {
            let missionPrincipals = index == basis.hqSite ? principals : 0
            let balance = balance(at: index, sites[index], missionPrincipals: missionPrincipals, basis, selection)
            var left = sites[index].linesByCapability
            func take(_ number: Int, of counted: Int) {
                let rule = rules[number]
                let asked = ceilWhole(rule.demand.rate(at: basis.sites[index].site.threat) * Double(counted))
                guard asked > 0 else { return }
                let takenOff = min(asked, left[rule.capability])
                left[rule.capability] -= takenOff
                all[index].append(
                    Share(
                        rule: number, capability: rule.capability, counted: counted, asked: asked,
                        takenOff: takenOff))
            }
            let asked = rules.indices.filter { selection.isOwn(basis.sites[index].hostedRules[$0]) }
            for number in asked {
                if case .perMission = rules[number].demand { take(number, of: missionPrincipals) }
            }
            for number in asked {
                switch rules[number].demand {
                case .perMission: break
                case .perInstructors:
                    take(number, of: sites[index].coursePosts + sites[index].principalLinesByRule[number])
                case .perSite: if balance.isManned { take(number, of: 1) }
                case .perPopulation: if balance.isManned { take(number, of: balance.population) }
                }
            }
        }
        return all
    }
}

extension EnablingRule.Demand {
    /// Its ratio, or its count of a rule per site.
    func rate(at threat: Site.Threat) -> Double {
        switch self {
        case .perMission(let rate), .perInstructors(let rate, _), .perSite(let rate), .perPopulation(let rate):
            rate[threat]
        }
    }
}
