import CadreContract

extension FigureChange {
    /// The names and indexes that the path consists of. Source: RFC 6901.
    var steps: [String] {
        path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { step in
            // In this order: "~01" is "~1", not "/".
            String(step).replacing("~1", with: "/").replacing("~0", with: "~")
        }
    }

    /// The difference of a number, or `nil` if a side has another type. A side without a value counts as 0, since maps
    /// omit rows that are all zero.
    var difference: Double? {
        guard before?.number != nil || after?.number != nil else { return nil }
        guard before == nil || before?.number != nil, after == nil || after?.number != nil else { return nil }
        return (after?.number?.double ?? 0) - (before?.number?.double ?? 0)
    }
}
