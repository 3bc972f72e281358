/// Posts of one kind at one place in one period. Source: MODEL § 6, "per group".
struct AssignmentGroup: Sendable, Equatable {
    /// Who the group is from period to period, a small dense number from 0; no two groups of a period share it.
    var key: Int
    /// Column of ``Eligibility``.
    var signature: Int
    /// At least 0, and as large as one likes: no more is ever filled than there are persons.
    var posts: Int
    var inTheatre: Bool
}

/// What one pledge supplies in one period.
struct AssignmentSupply: Sendable, Equatable {
    /// Small dense number of the pledge; no two supplies of a period share it.
    var pledge: Int
    /// Row of ``Eligibility``.
    var pledgeClass: Int
    /// At least 0.
    var persons: Int
}

/// One period: groups in the strict order, supplies in the order of calling up. Source: MODEL § 7.
struct AssignmentPeriod: Sendable, Equatable {
    var groups: [AssignmentGroup]
    var supplies: [AssignmentSupply]
}

/// What rules 1 to 3 leave no choice about. Source: MODEL § 7.
struct AssignmentTotals: Sendable, Equatable {
    /// Posts filled, per group of the period.
    var filled: [Int]
    /// Persons who have a post, per supply of the period.
    var used: [Int]
    /// Those of `used` whose post is in theatre.
    var usedInTheatre: [Int]
}

/// Persons of one class who have posts of one signature: a way to keep a period's totals, one of many.
///
/// It decides no figure; the totals of a period that is nearly the same are found from it at once.
struct Placed: Sendable {
    var pledgeClass: Int32
    var signature: Int32
    /// At least 1.
    var persons: Int32
}

/// Persons of one pledge who sit in one group.
struct Seat: Sendable, Equatable {
    var pledge: Int
    var key: Int
    /// At least 1.
    var persons: Int
}

/// Newer state has come: what was being computed is no longer wanted. The solver can be used again at once.
public struct Superseded: Error, Equatable, Sendable {}
