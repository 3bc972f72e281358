import CadreJSON

/// The fault of one member of an event. Contains the member's name and the expected value, never the content received.
struct MemberFault: Error, Equatable {
    /// The path, such as `caveats.sites[2]`; relative to the object being read until that object is known.
    private(set) var path: String
    let expected: String
    let found: String

    init(_ path: String, expected: String, found: String) {
        self.path = path
        self.expected = expected
        self.found = found
    }

    /// The value found for an absent member.
    static let nothing = "nothing"

    /// The value found for a member that the table does not define.
    static let unknown = "unknown"

    /// Returns the fault of an absent required member.
    static func missing(_ name: String, _ shape: Shape) -> MemberFault {
        MemberFault(name, expected: shape.expected, found: nothing)
    }

    var detail: String { "\(path): expected \(expected), found \(found)" }

    /// Returns the fault as seen from the enclosing object: `sites[2]` within `caveats` is `caveats.sites[2]`.
    func within(_ outer: String) -> MemberFault {
        var fault = self
        fault.path = path.isEmpty ? outer : path.first == "[" ? outer + path : "\(outer).\(path)"
        return fault
    }
}

extension JSONDocument.Kind {
    /// The kind of value in messages to people.
    var found: String {
        switch self {
        case .null: "null"
        case .boolean: "true or false"
        case .number: "a number"
        case .text: "a text"
        case .list: "a list"
        case .object: "an object"
        }
    }
}
