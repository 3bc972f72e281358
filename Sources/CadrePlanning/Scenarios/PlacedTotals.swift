/// The totals of a period, and one placement with these totals.
final class PlacedTotals: Equatable, Sendable {
    let totals: AssignmentTotals
    let placement: [ClassAssignment]

    init(_ totals: AssignmentTotals, _ placement: [ClassAssignment]) {
        self.totals = totals
        self.placement = placement
    }

    /// The placement is one of many and decides no figure.
    static func == (a: PlacedTotals, b: PlacedTotals) -> Bool { a === b || a.totals == b.totals }
}
