/// The figures that rules 1 to 3 leave no choice about. Source: MODEL § 7.
struct AssignmentTotals: Sendable, Equatable {
    /// Posts filled, per group of the period.
    var filled: [Int]
    /// Persons who have a post, per supply of the period.
    var used: [Int]
    /// The persons of `used` whose post is in theatre.
    var usedInTheatre: [Int]
}
