/// One period. Source: MODEL § 7.
struct AssignmentPeriod: Sendable, Equatable {
    /// The groups in the strict order. Groups of one block follow each other.
    var groups: [AssignmentGroup]
    /// The supplies in the order of calling up.
    var supplies: [AssignmentSupply]
}
