import CadreJSON

/// A place in which two documents differ. Source: CONTRACT § 6, `plan.whatif` and `plan.diff`.
public struct FigureChange: Equatable, Sendable {
    /// A JSON Pointer (RFC 6901) into the estimate's data: `/scenarios/offered/required/peak`.
    public var path: String
    /// The value before, or `nil` if there is none.
    public var before: JSONValue?
    /// The value after, or `nil` if there is none.
    public var after: JSONValue?

    public init(path: String, before: JSONValue?, after: JSONValue?) {
        self.path = path
        self.before = before
        self.after = after
    }

    /// Returns the places in which two states of an estimate differ, in the order of the documents, without `revision`
    /// and `asOf`, which change without a figure.
    ///
    /// Objects are compared member by member and series number by number, also if one side has none: a row that is
    /// omitted because it is all zero counts as its numbers, so that changes add up. Lists of rows are compared row by
    /// row if they have the same length, else as a whole: otherwise one more alert would be a change of all alerts after
    /// it.
    public static func between(_ before: JSONValue?, _ after: JSONValue?) -> [FigureChange] {
        var changes: [FigureChange] = []
        compare(before, after, at: "", leavingOut: ["revision", "asOf"], into: &changes)
        return changes
    }

    /// Recurses as deep as the documents are, which Cadre wrote.
    private static func compare(
        _ before: JSONValue?, _ after: JSONValue?, at path: String, leavingOut: Set<String> = [],
        into changes: inout [FigureChange]
    ) {
        if let (old, new) = both(before, after, \.members) {
            let newByName = Dictionary(new, uniquingKeysWith: { $1 })
            let oldNames = Set(old.map(\.name))
            for (name, value) in old where !leavingOut.contains(name) {
                compare(value, newByName[name], at: "\(path)/\(escaped(name))", into: &changes)
            }
            for (name, value) in new where !oldNames.contains(name) && !leavingOut.contains(name) {
                compare(nil, value, at: "\(path)/\(escaped(name))", into: &changes)
            }
        } else if let (old, new) = both(before, after, \.series) ?? rows(before, after) {
            for index in 0..<max(old.count, new.count) {
                compare(
                    index < old.count ? old[index] : nil, index < new.count ? new[index] : nil,
                    at: "\(path)/\(index)", into: &changes)
            }
        } else if before != after {
            changes.append(FigureChange(path: path, before: before, after: after))
        }
    }

    /// Returns the parts of both sides, or of the only one if it has any.
    private static func both<Part>(
        _ before: JSONValue?, _ after: JSONValue?, _ parts: (JSONValue) -> [Part]?
    ) -> (before: [Part], after: [Part])? {
        switch (before.map(parts), after.map(parts)) {
        case (let old??, nil): old.isEmpty ? nil : (old, [])
        case (nil, let new??): new.isEmpty ? nil : ([], new)
        case (let old??, let new??): (old, new)
        default: nil
        }
    }

    /// Returns the rows of two lists of the same length.
    private static func rows(_ before: JSONValue?, _ after: JSONValue?) -> (before: [JSONValue], after: [JSONValue])? {
        guard let old = before?.elements, let new = after?.elements, old.count == new.count else { return nil }
        return (old, new)
    }

    /// Returns a name as a reference token of RFC 6901.
    private static func escaped(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
        var token = ""
        for character in name.unicodeScalars {
            switch character {
            case "~": token += "~0"
            case "/": token += "~1"
            default: token.unicodeScalars.append(character)
            }
        }
        return token
    }
}

extension JSONValue {
    /// The values of a list of numbers, some of which may be `null`.
    fileprivate var series: [JSONValue]? {
        elements.flatMap { $0.allSatisfy { $0.kind == .number || $0.isNull } ? $0 : nil }
    }
}

extension FigureChange {
    static let empty = FigureChange(path: "", before: nil, after: nil)

    static let table = ObjectTable("change", "A place in which two documents differ", from: empty, fields: fields)

    static let fields: [ObjectField<FigureChange>] = [
        .required(
            "path", \.path, .pointer,
            "The place in the estimate's data; lists of two lengths are compared as a whole, `revision` and `asOf` not at "
                + "all"),
        .required("before", \.before, .anyValue, "The value before; null if there is none"),
        .required("after", \.after, .anyValue, "The value after; null if there is none"),
    ]
}

extension Form where Value == String {
    fileprivate static let pointer = Form(.name(.pointer), parse: { $0.text($1) }, write: { $1.value($0) })
}
