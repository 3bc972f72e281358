import CadrePlanning

/// A summand of a figure, or several that differ only in a number after `#`: the planned runs of one demand.
struct ExplainedPart: Sendable {
    private(set) var label: String
    /// The sum of all summands.
    private(set) var value: Double
    let basis: String
    let source: String
    /// The id of the event that set it, or `nil` for a default of Cadre.
    let event: String?
    /// The note or source text of that event, or `nil`.
    let note: String?
    /// The number of summands.
    private(set) var count = 1

    init(_ part: Explanation.Part) {
        label = Printable.text(part.label)
        value = part.value.number
        basis = Printable.text(part.basis)
        source = Printable.text(part.source)
        event = part.event.map(Printable.text)
        note = part.note.flatMap { $0.isEmpty ? nil : Printable.text($0) }
    }

    /// Returns the parts with similar ones combined at the index of the first: `run D-1#1…#7, trainer.infantry`.
    static func folded(_ parts: [ExplainedPart]) -> [ExplainedPart] {
        var folded: [ExplainedPart] = []
        var indexes: [[String]: Int] = [:]
        var lasts: [Int: String] = [:]
        for part in parts {
            guard let numbered = NumberedLabel(part.label) else {
                folded.append(part)
                continue
            }
            let event = part.event.map { "event \($0)" } ?? ""
            let likeness = [
                numbered.before, numbered.after, "\(part.value)", part.basis, part.source, event, part.note ?? "",
            ]
            if let index = indexes[likeness] {
                folded[index].value += part.value
                folded[index].count += 1
                lasts[index] = numbered.number
            } else {
                indexes[likeness] = folded.count
                folded.append(part)
            }
        }
        for (index, last) in lasts {
            guard let first = NumberedLabel(folded[index].label) else { continue }
            // The numbers may have gaps: of three runs the second may have other posts.
            folded[index].label = "\(first.before)#\(first.number)…#\(last)\(first.after)"
        }
        return folded
    }
}

/// The label of a planned run, `run D-1#4, trainer`, split at its number.
private struct NumberedLabel {
    let before: String
    let number: String
    let after: String

    init?(_ label: String) {
        guard let sign = label.lastIndex(of: "#") else { return nil }
        let rest = label[label.index(after: sign)...]
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty else { return nil }
        before = String(label[..<sign])
        number = String(digits)
        after = String(rest[digits.endIndex...])
    }
}
