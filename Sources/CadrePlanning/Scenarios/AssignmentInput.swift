/// Everything that decides who fills which post in a period. Source: MODEL § 7.
struct AssignmentInput: Equatable, Sendable {
    /// The groups in the strict order.
    let groups: [Group]
    /// The supplies in the order of calling up.
    let supplies: [AssignmentSupply]
    /// Changes if pairs of classes and signatures are decided differently.
    let epoch: Int

    var period: AssignmentPeriod {
        AssignmentPeriod(
            groups: groups.map { group in
                var block: Int?
                if case .enabling = group.kind { block = group.site * (SiteLoad.priorities + 1) + group.priority }
                return AssignmentGroup(
                    key: group.key, signature: group.signature, posts: group.posts, inTheatre: group.inTheatre,
                    block: block)
            }, supplies: supplies)
    }
}
