/// Persons of one class who have posts of one signature: one way among many to reach a period's totals.
///
/// It decides no figure. Totals of a period that is nearly the same are found from it at once.
struct ClassAssignment: Sendable, Equatable {
    var pledgeClass: Int32
    var signature: Int32
    var persons: Int32
}
