/// Posts of one kind at one place in one period. Source: MODEL § 6, "per group".
struct AssignmentGroup: Sendable, Equatable {
    /// The group's identity from period to period: a small number from 0.
    ///
    /// Groups of one period may share a key: enabling posts of one site and capability, but of several priorities.
    /// They have the same signature and the same side, and count as one group for continuity.
    var key: Int
    /// A column of ``Eligibility``.
    var signature: Int
    /// The number of posts, at least 0 and without a bound: no more is ever filled than there are persons.
    var posts: Int
    /// Whether the site is in theatre: the same for all groups of a signature.
    var inTheatre: Bool
    /// The block, or `nil` for a group that is filled whole.
    ///
    /// Consecutive groups with one number are filled in step, a tenth at a time. Source: MODEL § 7, "level".
    var block: Int?
}
