import CadreJSON

/// One place in which two documents differ. Source: CONTRACT § 6, `plan.whatif` and `plan.diff`.
public struct FigureChange: Equatable, Sendable {
    /// A JSON Pointer (RFC 6901) into the estimate's data: `/scenarios/offered/required/peak`.
    public var path: String
    /// `nil`: there is nothing at the path.
    public var before: JSONValue?
    public var after: JSONValue?

    public init(path: String, before: JSONValue?, after: JSONValue?) {
        self.path = path
        self.before = before
        self.after = after
    }

    /// What an estimate's two states differ in, in the order of the documents; `revision` and `asOf`, which move without
    /// a figure, left out.
    ///
    /// Objects are compared member by member and series number by number, also where one side has none: a row that is
    /// left out because it is all zero comes as the numbers that are in it, so that changes add up. Lists of rows are
    /// compared row by row where they have one length, else as a whole: one alert more would otherwise be told as a
    /// change of all that follow it.
    public static func between(_ before: JSONValue?, _ after: JSONValue?) -> [FigureChange] {
        var changes: [FigureChange] = []
        compare(before, after, at: "", leavingOut: ["revision", "asOf"], into: &changes)
        return changes
    }

    /// As deep as the documents are, which we wrote ourselves.
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

    /// What both sides consist of, or the one that is there: of that something, for nothing would be told as nothing.
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

    /// Two lists of one length.
    private static func rows(_ before: JSONValue?, _ after: JSONValue?) -> (before: [JSONValue], after: [JSONValue])? {
        guard let old = before?.elements, let new = after?.elements, old.count == new.count else { return nil }
        return (old, new)
    }

    /// As a reference token of RFC 6901.
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
    /// Items of a list of numbers, some of which may be open (`null`).
    fileprivate var series: [JSONValue]? {
        elements.flatMap { $0.allSatisfy { $0.kind == .number || $0.isNull } ? $0 : nil }
    }
}

extension FigureChange: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object { writeMembers(to: &$0) }
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("path", path)
        writer.member("before", before)
        writer.member("after", after)
    }
}
