import CadreJSON

/// What is wrong with one member of an event. Names the member and what would do, never what came.
struct MemberFault: Error, Equatable {
    /// Such as `caveats.sites[2]`; relative to the object that was being read until that is known.
    private(set) var path: String
    let expected: String
    let found: String

    init(_ path: String, expected: String, found: String) {
        self.path = path
        self.expected = expected
        self.found = found
    }

    /// What was found instead of a member that is absent.
    static let nothing = "nothing"

    /// A required member that is absent.
    static func missing(_ name: String, _ shape: Shape) -> MemberFault {
        MemberFault(name, expected: shape.expected, found: nothing)
    }

    var detail: String { "\(path): expected \(expected), found \(found)" }

    /// As seen from the object around: `sites[2]` within `caveats` is `caveats.sites[2]`.
    func within(_ outer: String) -> MemberFault {
        var fault = self
        fault.path = path.isEmpty ? outer : path.first == "[" ? outer + path : "\(outer).\(path)"
        return fault
    }
}

extension JSONDocument.Kind {
    /// As it is told to people.
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
