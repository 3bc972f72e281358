/// Persons of one pledge who are assigned to one group.
struct GroupAssignment: Sendable, Equatable {
    var pledge: Int
    var key: Int
    /// At least 1.
    var persons: Int
}
