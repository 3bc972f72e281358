/// Persons of one pledge who are assigned to one group.
struct GroupAssignment: Sendable, Equatable {
    @Compact var pledge: Int
    @Compact var key: Int
    /// At least 1.
    var persons: Int
}
