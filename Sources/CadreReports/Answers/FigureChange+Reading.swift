import CadreContract
import CadreJSON

extension FigureChange {
    /// A change as an answer has it: what is null is not there.
    /// - Returns: `nil` where `value` has no path.
    init?(_ value: JSONValue) {
        guard let path = value["path"]?.text else { return nil }
        func side(_ name: String) -> JSONValue? { value[name].flatMap { $0.isNull ? nil : $0 } }
        self.init(path: path, before: side("before"), after: side("after"))
    }

    /// The names and places that the path is made of. Source: RFC 6901.
    var steps: [String] {
        path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { step in
            // In this order: "~01" is "~1", not "/".
            String(step).replacing("~1", with: "/").replacing("~0", with: "~")
        }
    }

    /// What a number moved by, where it is one on both sides; what is not there counts as 0, since maps leave out
    /// rows that are all zero. `nil`: no number.
    var difference: Double? {
        guard before?.number != nil || after?.number != nil else { return nil }
        guard before == nil || before?.number != nil, after == nil || after?.number != nil else { return nil }
        return (after?.number?.double ?? 0) - (before?.number?.double ?? 0)
    }
}
