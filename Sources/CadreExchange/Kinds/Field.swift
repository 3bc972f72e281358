/// One member of a kind's documents, as a column holds it. Source: CONTRACT § 2.
struct Field: Equatable, Sendable {
    /// Its path within `data`: `from`, `caveats.sites`. The name of its column, unless a mapping says another.
    let member: String
    let form: CellForm
    /// The cell that says the same as an empty one: the contract's default.
    var fallback = ""
    /// The kinds of pledge that have it; empty: all, and all other documents.
    var offers: Set<String> = []
    /// JSON that the contract takes, whatever the other members say: stands in for a wrong cell, so that the row's
    /// other cells are judged as well.
    let sample: String

    /// The member of `data` that it is or lies in: `caveats`.
    let top: String
    /// Its name within that: `sites`; `nil` where it is that member itself.
    let inner: String?

    /// Whether the path that an event's judge names (`also[2]`, `perStudent.water`) lies in this member.
    func holds(_ path: String) -> Bool {
        guard path.hasPrefix(member) else { return false }
        let next = path.utf8.dropFirst(member.utf8.count).first
        return next == nil || next == UInt8(ascii: "[") || next == UInt8(ascii: ".")
    }
}

extension Field {
    init(_ member: String, _ form: CellForm, _ fallback: String = "", sample: String? = nil) {
        let path = member.split(separator: ".", maxSplits: 1).map(String.init)
        self.init(
            member: member, form: form, fallback: fallback, sample: sample ?? Self.sample(of: form, member),
            top: path.first ?? member, inner: path.count > 1 ? path[1] : nil)
    }

    func of(_ offers: Set<String>) -> Field {
        var field = self
        field.offers = offers
        return field
    }

    private static func sample(of form: CellForm, _ member: String) -> String {
        switch form {
        case .text, .name: "\"X\""
        case .capitals: "\"XXX\""
        case .word: "\"\""  // each such field names one of its words
        case .number: "1"
        case .share: "0.5"
        case .flag: "true"
        // What ends is late and all else early, so that no rule between two dates is broken.
        case .day: ["until", "end", "by"].contains(member) ? "\"2199-12-31\"" : "\"1900-01-01\""
        case .names, .instructors: "[]"
        case .quantities, .hosting: "{}"
        }
    }

    static func word(_ member: String, _ fallback: String = "", sample: String) -> Field {
        Field(member, .word, fallback, sample: "\"\(sample)\"")
    }

    /// An amount that another member may not exceed.
    static func amount(_ member: String) -> Field { Field(member, .number, sample: "1000000") }

    /// An amount that may not exceed another.
    static func part(_ member: String) -> Field { Field(member, .number, "0", sample: "0") }
}
