import CadreContract

/// One member of a kind's documents, as a column holds it. Source: CONTRACT § 2.
struct Field: Equatable, Sendable {
    /// The path within `data`: `from`, `caveats.sites`. Also the name of the column, unless a mapping sets another.
    let member: String
    let form: CellForm
    /// The cell that is equivalent to an empty one: the contract's default, or "".
    let fallback: String
    /// The kinds of pledge that have the member. If empty, all kinds and all other documents have it.
    var offers: Set<String>
    /// JSON that the contract accepts regardless of the other members. It replaces an invalid cell, so that the row's
    /// other cells are validated as well.
    let sample: String

    /// The member of `data` that the field is or is part of: `caveats`.
    let top: String
    /// The name within that member: `sites`; `nil` if the field is the member itself.
    let inner: String?

    /// Returns whether the path that validation names (`also[2]`, `perStudent.water`) lies in this member.
    func holds(_ path: String) -> Bool {
        guard path.hasPrefix(member) else { return false }
        let next = path.utf8.dropFirst(member.utf8.count).first
        return next == nil || next == UInt8(ascii: "[") || next == UInt8(ascii: ".")
    }
}

extension Field {
    /// Returns the columns of a member: one, or those of its parts if it is an object.
    static func columns(
        of description: FieldDescription, within outer: String? = nil, offers: Set<String> = []
    ) -> [Field] {
        if case .object(let table) = description.shape {
            return table.fields.flatMap { columns(of: $0, within: description.name, offers: offers) }
        }
        let name = description.name
        var fallback = ""
        if case .fallback(let json) = description.presence { fallback = json.filter { $0 != "\"" } }
        return [
            Field(
                member: outer.map { "\($0).\(name)" } ?? name, form: CellForm(description.shape), fallback: fallback,
                offers: offers, sample: sample(of: description), top: outer ?? name, inner: outer == nil ? nil : name)
        ]
    }

    /// Returns the default if there is one, else the greatest number, so that no part exceeds its whole.
    private static func sample(of description: FieldDescription) -> String {
        if case .fallback(let json) = description.presence { return json }
        switch description.shape {
        case .words(let words): return "\"\(words.first ?? "")\""
        case .name(.capitals): return "\"XXX\""
        case .whole(let range): return "\(range.upperBound)"
        case .number(let bounds): return bounds.greatestText
        case .flag: return "true"
        // End dates are late and all others early, so that no rule between two dates is broken.
        case .date: return ["until", "end", "by"].contains(description.name) ? "\"2199-12-31\"" : "\"1900-01-01\""
        case .list: return "[]"
        case .map: return "{}"
        default: return "\"X\""
        }
    }
}
