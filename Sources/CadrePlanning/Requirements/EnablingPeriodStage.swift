/// The enabling posts of all sites in one period. Key: the period.
enum EnablingPeriodStage: Stage {
    /// The enabling posts of single sites, in the same period.
    struct Tools {
        var sites: StageCache<EnablingStage>
        let period: Int
    }

    /// A site in theatre.
    struct Site: Equatable, Sendable {
        let number: Int
        let rules: SiteRules
        /// The signature of each of the rules' capabilities there.
        let signatures: [Int]
        /// The keys of the groups of these capabilities.
        let keys: [Int]
    }

    struct Input: Equatable, Sendable {
        let given: GivenPosts
        /// The sites in the order of ids.
        let sites: [Site]
        let rules: RuleTable
        /// The number of the headquarters' site, if it is in theatre.
        let hqSite: Int?
    }

    static func compute(_ input: Input, _ tools: inout Tools) throws(Superseded) -> [PeriodGroupStage.Site] {
        var principals: [Int] = []
        if input.hqSite != nil {
            principals = (1...SiteLoad.priorities).map { most in
                input.sites.reduce(0) { $0 + (input.given.loads[$1.number]?.principals(most) ?? 0) }
            }
        }
        var sites: [PeriodGroupStage.Site] = []
        for site in input.sites {
            let isHeadquarters = site.number == input.hqSite
            let load = input.given.loads[site.number]
            if load == nil, !isHeadquarters { continue }
            let posts = try tools.sites.output(
                tools.period * input.given.loads.count + site.number,
                .init(
                    load: load, site: site.rules, rules: input.rules,
                    missionPrincipals: isHeadquarters ? principals : []))
            if !posts.demands.isEmpty || !posts.hosted.isEmpty || !posts.terms.isEmpty {
                sites.append(.init(number: site.number, posts: posts, signatures: site.signatures, keys: site.keys))
            }
        }
        return sites
    }
}
