/// The persons that one pledge supplies in one period.
struct AssignmentSupply: Sendable, Equatable {
    /// The pledge's number, from 0; no two supplies of a period share it.
    @Compact var pledge: Int
    /// A row of ``Eligibility``.
    @Compact var pledgeClass: Int
    /// At least 0.
    var persons: Int
}
