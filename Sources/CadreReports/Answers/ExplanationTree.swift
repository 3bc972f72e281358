import CadreContract
import CadrePlanning

/// A figure and its summands as a tree: groups with their sums, the greatest first; each part with its derivation, its
/// source and its event.
public struct ExplanationTree: Sendable {
    /// Parts of one kind: the lines, the rules at a site, the pledges of a nation.
    struct Group: Sendable {
        let name: String
        var parts: [ExplainedPart]

        var sum: Double { parts.reduce(0) { $0 + $1.value } }
    }

    private let answer: PlanExplain.Answer
    private let parts: [ExplainedPart]
    /// The groups, the greatest first.
    let groups: [Group]

    public init(_ answer: PlanExplain.Answer) {
        self.answer = answer
        parts = answer.explanation.parts.map(ExplainedPart.init)
        groups = ExplanationTree.grouped(parts)
    }

    /// Returns the tree in lines.
    /// - Parameters:
    ///   - period: The reason for the period, such as `the peak`, or `nil` for a stated period.
    ///   - marking: The marking of the estimate, or `nil` for none.
    ///   - width: The characters of a line.
    public func text(period reason: String? = nil, marking: String? = nil, width: Int = 100) -> String {
        var lines = heading(reason, marking)
        let lineWidth = max(width, ExplanationTree.widthMin)
        let labels = groups.flatMap { group in
            group.parts.count == 1 || groups.count == 1
                ? group.parts.map { $0.label.count } : [group.name.count] + group.parts.map { $0.label.count + 3 }
        }
        let labelWidth = min((labels.max() ?? 0) + 4, lineWidth * 2 / 3)
        var layout = TreeLayout(width: lineWidth, labelWidth: labelWidth)
        var shown: Set<String> = []
        for (index, group) in groups.enumerated() {
            let isLast = index == groups.count - 1
            if groups.count == 1 {
                add(group.parts, to: &layout, under: "", &shown)
            } else if let part = group.parts.first, group.parts.count == 1 {
                add(part, to: &layout, under: "", isLast: isLast, &shown)
            } else {
                layout.branch(
                    group.name, ExplanationTree.number(group.sum), under: "", isLast: isLast,
                    note: "\(group.parts.count) parts")
                add(group.parts, to: &layout, under: isLast ? "   " : "│  ", &shown)
            }
        }
        lines += layout.lines
        let sum = parts.reduce(0) { $0 + $1.value }
        let value = answer.explanation.value.number
        if (sum - value).magnitude > 1e-6 * max(1, value.magnitude) {
            lines.append("the parts add up to \(ExplanationTree.number(sum)): please report that as a fault")
        }
        return lines.joined(separator: "\n")
    }

    private static let widthMin = 40

    private func heading(_ reason: String?, _ marking: String?) -> [String] {
        let question = answer.question
        let narrowings: [(name: String, value: String?)] = [
            ("site", question.site?.text), ("capability", question.capability?.code),
            ("course", question.course?.text), ("commodity", question.commodity?.text), ("run", question.run),
            ("kind", question.kind?.rawValue), ("nation", question.nation?.text), ("fund", question.fund?.text),
        ]
        let figure =
            [question.figure.rawValue, question.scenario.rawValue]
            + narrowings.compactMap { name, value in value.map { "\(name) \($0)" } }
        let time =
            question.period.map { period in
                "on \(answer.date?.text ?? "?") (period \(period)\(reason.map { ", \($0)" } ?? ""))"
            } ?? "over the whole horizon"
        let mark = marking.map { "  [\($0)]" } ?? ""
        return [
            "\(answer.mission): \(figure.joined(separator: ", "))\(mark)",
            [ExplanationTree.number(answer.explanation.value.number), answer.explanation.unit, time]
                .filter { !$0.isEmpty }.joined(separator: " "),
            "as of \(answer.asOf.text), revision \(answer.revision)", parts.isEmpty ? "made of nothing" : "",
        ].map(Printable.text)
    }

    private func add(
        _ parts: [ExplainedPart], to layout: inout TreeLayout, under stem: String, _ shown: inout Set<String>
    ) {
        for (index, part) in parts.enumerated() {
            add(part, to: &layout, under: stem, isLast: index == parts.count - 1, &shown)
        }
    }

    /// Adds a part with its details.
    /// - Parameter shown: The sources shown before; only their sections are repeated.
    private func add(
        _ part: ExplainedPart, to layout: inout TreeLayout, under stem: String, isLast: Bool,
        _ shown: inout Set<String>
    ) {
        let each = part.count > 1 ? "\(part.count) of \(ExplanationTree.number(part.value / Double(part.count)))" : ""
        layout.branch(part.label, ExplanationTree.number(part.value), under: stem, isLast: isLast, note: each)
        var source = part.source
        if !shown.insert(source).inserted, let end = source.firstIndex(of: ";") {
            source = source[..<end] + "; as above"
        }
        let origin = source + (part.event.map { " · event \($0)" } ?? " · as shipped")
        let note = part.note.map { "“\($0)”" } ?? ""
        layout.details([part.basis, origin, note], under: stem + (isLast ? "   " : "│  "))
    }

    // MARK: Groups

    private static func grouped(_ parts: [ExplainedPart]) -> [Group] {
        var groups: [Group] = []
        var indexes: [String: Int] = [:]
        for part in parts {
            let name = groupName(part.label)
            if let index = indexes[name] {
                groups[index].parts.append(part)
            } else {
                indexes[name] = groups.count
                groups.append(Group(name: name, parts: [part]))
            }
        }
        for index in groups.indices {
            groups[index].parts = greatestFirst(ExplainedPart.folded(groups[index].parts)) { $0.value }
        }
        return greatestFirst(groups) { $0.sum }
    }

    /// Returns elements sorted by a value; elements of the same value keep their order.
    private static func greatestFirst<Element>(_ elements: [Element], by value: (Element) -> Double) -> [Element] {
        elements.enumerated().sorted {
            let (a, b) = (value($0.element), value($1.element))
            return a == b ? $0.offset < $1.offset : a > b
        }.map(\.element)
    }

    /// Returns the name of a part's group by its label: `line hq`, `rule guards at baghdad`, `pledge NOR/P-14`, `people
    /// at baghdad`. Labels of later versions are grouped by their first word.
    private static func groupName(_ label: String) -> String {
        let words = label.split(separator: " ").map(String.init)
        guard let first = words.first else { return "" }
        let site = words.count > 2 && words[words.count - 2] == "at" ? words[words.count - 1] : nil
        switch first {
        case "line", "run": return first + "s"
        case "pledge":
            guard words.count > 1, let nation = words[1].split(separator: "/").first else { return "pledges" }
            return "pledges of \(nation)"
        case "places": return "places abroad"
        case "rule": return site.map { "rules at \($0)" } ?? "rules"
        default: return site.map { "at \($0)" } ?? first
        }
    }

    /// Returns a number with at most two decimals, so that sums match their summands, or four below 1, for shares.
    private static func number(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e13 else { return "–" }
        if value.magnitude < 1 {
            let digits = String(Int((value.magnitude * 10_000).rounded()) + 10_000)
            var decimals = digits.dropFirst()
            while decimals.last == "0" { decimals.removeLast() }
            let text = (digits.first == "2" ? "1" : "0") + (decimals.isEmpty ? "" : ".\(decimals)")
            return value < 0 && text != "0" ? "-" + text : text
        }
        let hundredths = Int((value.magnitude * 100).rounded())
        var text = Numbers.whole(hundredths / 100)
        let (tenth, last) = (hundredths / 10 % 10, hundredths % 10)
        if last != 0 { text += ".\(tenth)\(last)" } else if tenth != 0 { text += ".\(tenth)" }
        return value < 0 && hundredths > 0 ? "-" + text : text
    }
}
