import CadreContract
import CadreJSON

/// A summand of a figure, or several that are alike but for a number behind `#`: the planned runs of one demand.
struct ExplainedPart {
    private(set) var label: String
    /// Of all together.
    private(set) var value: Double
    let basis: String
    let source: String
    /// `nil` of what ships with Cadre.
    let event: String?
    /// The note or source text of that event, or `nil`.
    let note: String?
    /// How many are together.
    private(set) var count = 1

    /// - Parameter value: One of the `parts` of `plan.explain`.
    init(_ value: JSONValue) {
        label = Printable.text(value["label"]?.text ?? "")
        self.value = value["value"]?.number?.double ?? 0
        basis = Printable.text(value["basis"]?.text ?? "")
        source = Printable.text(value["source"]?.text ?? "")
        event = value["event"]?.text.map(Printable.text)
        note = value["note"]?.text.flatMap { $0.isEmpty ? nil : Printable.text($0) }
    }

    /// Those that are alike, together, at the place of the first: `run D-1#1…#7, trainer.infantry`.
    static func folded(_ parts: [ExplainedPart]) -> [ExplainedPart] {
        var folded: [ExplainedPart] = []
        var places: [[String]: Int] = [:]
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
            if let place = places[likeness] {
                folded[place].value += part.value
                folded[place].count += 1
                lasts[place] = numbered.number
            } else {
                places[likeness] = folded.count
                folded.append(part)
            }
        }
        for (place, last) in lasts {
            guard let first = NumberedLabel(folded[place].label) else { continue }
            // They need not follow each other: of three runs the second may have other posts.
            folded[place].label = "\(first.before)#\(first.number)…#\(last)\(first.after)"
        }
        return folded
    }
}

/// `run D-1#4, trainer`: what stands before the number of a planned run, and what behind.
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
