/// The enabling posts of one site in one period, and the terms that they are the sum of. Source: MODEL § 6.
final class EnablingPosts: Equatable, Sendable {
    /// Net posts of one capability and priority.
    struct Demand: Equatable, Sendable {
        /// The index of the capability among the rules' capabilities.
        let place: Int
        let priority: Int
        let posts: Int
    }

    /// The posts that one rule requires.
    struct Term: Equatable, Sendable {
        /// The index of the rule.
        let rule: Int
        /// The posts or persons to which the rule's ratio is applied; 1 for a rule per site.
        let counted: Int
        /// The posts asked for before lines are taken off.
        let asked: Int
        /// The posts of enabling lines taken off.
        let takenOff: Int

        var posts: Int { asked - takenOff }
    }

    /// The demands in the order of priority, then capability.
    let demands: [Demand]
    /// The terms of the mission's own rules, per mission first, then in the order of names. Their posts per capability
    /// add up to those of ``demands``. Lines are taken off in this order.
    let terms: [Term]
    /// The posts that another provider must fill, by rule.
    let hosted: [Term]

    init(demands: [Demand], terms: [Term], hosted: [Term]) {
        self.demands = demands
        self.terms = terms
        self.hosted = hosted
    }

    static func == (a: EnablingPosts, b: EnablingPosts) -> Bool {
        a === b || (a.demands == b.demands && a.terms == b.terms && a.hosted == b.hosted)
    }
}
