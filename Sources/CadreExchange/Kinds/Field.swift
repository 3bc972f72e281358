import CadreContract

/// One member of a kind's documents, as a column holds it. Source: CONTRACT § 2.
struct Field: Equatable, Sendable {
    /// Its path within `data`: `from`, `caveats.sites`. The name of its column, unless a mapping says another.
    let member: String
    let form: CellForm
    /// The cell that is equivalent to an empty one: the contract's default, or "".
    let fallback: String
    /// The kinds of pledge that have it; empty: all, and all other documents.
    var offers: Set<String>
    /// JSON that the contract accepts whatever the other members say: replaces a wrong cell, so that the row's other
    /// cells are validated as well.
    let sample: String

    /// The member of `data` that it is or lies in: `caveats`.
    let top: String
    /// Its name within that: `sites`; `nil` if it is that member itself.
    let inner: String?

    /// Returns whether the path that validation names (`also[2]`, `perStudent.water`) lies in this member.
    func holds(_ path: String) -> Bool {
        guard path.hasPrefix(member) else { return false }
        let next = path.utf8.dropFirst(member.utf8.count).first
        return next == nil || next == UInt8(ascii: "[") || next == UInt8(ascii: ".")
    }
}

extension Field {
    /// The columns of a member: one, or those of its parts if it is an object.
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

    /// The default if there is one, else the greatest number, so that no part exceeds its whole.
    private static func sample(of description: FieldDescription) -> String {
        if case .fallback(let json) = description.presence { return json }
        switch description.shape {
        case .words(let words): return "\"\(words.first ?? "")\""
        case .name(.capitals): return "\"XXX\""
        case .whole(let range): return "\(range.upperBound)"
        case .number(let bounds): return bounds.greatestText
        case .flag: return "true"
        // What ends is late and all else early, so that no rule between two dates is broken.
        case .date: return ["until", "end", "by"].contains(description.name) ? "\"2199-12-31\"" : "\"1900-01-01\""
        case .list: return "[]"
        case .map: return "{}"
        default: return "\"X\""
        }
    }
}
