/// The posts that another provider must fill because a rule is hosted. One per scenario. Source: MODEL § 6.
enum HostedPostsStage: Stage {
    struct Input: Equatable, Sendable {
        /// The enabling posts of the sites, by period.
        let enabling: [[PeriodGroupStage.Site]]
        let rules: RuleTable
    }

    /// Returns the posts per site and capability.
    /// - Parameter basis: The names of numbers.
    static func compute(_ input: Input, _ basis: inout Basis) -> Rows<Rows<[Int]>> {
        let names = basis
        var posts: [Int: [Int: [Int]]] = [:]
        let none = Array(repeating: 0, count: input.enabling.count)
        for (period, sites) in input.enabling.enumerated() {
            for site in sites {
                for term in site.posts.hosted {
                    let place = input.rules.rules[term.rule].place
                    posts[site.number, default: [:]][place, default: none][period] += term.posts
                }
            }
        }
        return Rows(
            posts.map { site, capabilities in
                (
                    names.id(ofSite: site).text,
                    Rows(capabilities.map { (input.rules.codes[$0.key].code, $0.value) })
                )
            })
    }
}
