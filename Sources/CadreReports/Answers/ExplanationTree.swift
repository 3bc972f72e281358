import CadreContract
import CadreJSON

/// A figure and the parts that it is the sum of, as a tree: groups with their sums, the greatest first, and under each
/// part how it comes about, by which rule, and by which event.
public struct ExplanationTree {
    /// What is counted together: the lines, the rules at a site, the pledges of a nation.
    struct Group {
        let name: String
        var parts: [ExplainedPart]

        var sum: Double { parts.reduce(0) { $0 + $1.value } }
    }

    private let answer: JSONValue
    private let parts: [ExplainedPart]
    /// The greatest first.
    let groups: [Group]

    /// - Parameter answer: The result of `plan.explain`.
    public init(_ answer: JSONValue) {
        self.answer = answer
        parts = (answer["parts"]?.elements ?? []).map(ExplainedPart.init)
        groups = ExplanationTree.grouped(parts)
    }

    /// - Parameters:
    ///   - period: How the period was chosen, such as `the peak`; `nil`: it was said.
    ///   - marking: Of the estimate that the figure is from.
    ///   - width: Characters of a line.
    public func text(period reason: String? = nil, marking: String? = nil, width: Int = 100) -> String {
        var lines = heading(reason, marking)
        let lineWidth = max(width, ExplanationTree.widthMin)
        let labels = groups.flatMap { group in
            group.parts.count == 1 || groups.count == 1
                ? group.parts.map { $0.label.count } : [group.name.count] + group.parts.map { $0.label.count + 3 }
        }
        let labelWidth = min((labels.max() ?? 0) + 4, lineWidth * 2 / 3)
        var layout = TreeLayout(width: lineWidth, labelWidth: labelWidth)
        var told: Set<String> = []
        for (index, group) in groups.enumerated() {
            let isLast = index == groups.count - 1
            if groups.count == 1 {
                add(group.parts, to: &layout, under: "", &told)
            } else if let part = group.parts.first, group.parts.count == 1 {
                add(part, to: &layout, under: "", isLast: isLast, &told)
            } else {
                layout.branch(
                    group.name, ExplanationTree.number(group.sum), under: "", isLast: isLast,
                    note: "\(group.parts.count) parts")
                add(group.parts, to: &layout, under: isLast ? "   " : "│  ", &told)
            }
        }
        lines += layout.lines
        let sum = parts.reduce(0) { $0 + $1.value }
        if let value = answer["value"]?.number?.double, (sum - value).magnitude > 1e-6 * max(1, value.magnitude) {
            lines.append("the parts add up to \(ExplanationTree.number(sum)): please report that as a fault")
        }
        return lines.joined(separator: "\n")
    }

    private static let widthMin = 40

    private func heading(_ reason: String?, _ marking: String?) -> [String] {
        func text(_ name: String) -> String? { answer[name]?.text }
        let value = answer["value"]?.number?.double ?? 0
        let narrowings = ["site", "capability", "course", "commodity", "run", "kind", "nation", "fund"].compactMap {
            name in text(name).map { "\(name) \($0)" }
        }
        let figure = ([text("figure") ?? "", text("scenario") ?? ""] + narrowings).joined(separator: ", ")
        let when =
            answer["period"]?.integer.map { period in
                "on \(text("date") ?? "?") (period \(period)\(reason.map { ", \($0)" } ?? ""))"
            } ?? "over the whole horizon"
        let mark = marking.map { "  [\($0)]" } ?? ""
        return [
            "\(text("mission") ?? ""): \(figure)\(mark)",
            [ExplanationTree.number(value), text("unit") ?? "", when].filter { !$0.isEmpty }.joined(separator: " "),
            "as of \(text("asOf") ?? "?"), revision \(answer["revision"]?.integer ?? 0)",
            parts.isEmpty ? "made of nothing" : "",
        ].map(Printable.text)
    }

    private func add(
        _ parts: [ExplainedPart], to layout: inout TreeLayout, under stem: String, _ told: inout Set<String>
    ) {
        for (index, part) in parts.enumerated() {
            add(part, to: &layout, under: stem, isLast: index == parts.count - 1, &told)
        }
    }

    /// - Parameter told: Sources that were told already: of the next part the section is enough.
    private func add(
        _ part: ExplainedPart, to layout: inout TreeLayout, under stem: String, isLast: Bool,
        _ told: inout Set<String>
    ) {
        let each = part.count > 1 ? "\(part.count) of \(ExplanationTree.number(part.value / Double(part.count)))" : ""
        layout.branch(part.label, ExplanationTree.number(part.value), under: stem, isLast: isLast, note: each)
        var source = part.source
        if !told.insert(source).inserted, let end = source.firstIndex(of: ";") {
            source = source[..<end] + "; as above"
        }
        let origin = source + (part.event.map { " · event \($0)" } ?? " · as shipped")
        let note = part.note.map { "“\($0)”" } ?? ""
        layout.details([part.basis, origin, note], under: stem + (isLast ? "   " : "│  "))
    }

    // MARK: Groups

    private static func grouped(_ parts: [ExplainedPart]) -> [Group] {
        var groups: [Group] = []
        var places: [String: Int] = [:]
        for part in parts {
            let name = groupName(part.label)
            if let place = places[name] {
                groups[place].parts.append(part)
            } else {
                places[name] = groups.count
                groups.append(Group(name: name, parts: [part]))
            }
        }
        for index in groups.indices {
            groups[index].parts = greatestFirst(ExplainedPart.folded(groups[index].parts)) { $0.value }
        }
        return greatestFirst(groups) { $0.sum }
    }

    /// Equal ones stay in their order.
    private static func greatestFirst<Element>(_ elements: [Element], by value: (Element) -> Double) -> [Element] {
        elements.enumerated().sorted {
            let (a, b) = (value($0.element), value($1.element))
            return a == b ? $0.offset < $1.offset : a > b
        }.map(\.element)
    }

    /// By the words that parts are labelled with: `line hq`, `rule guards at baghdad`, `pledge NOR/P-14`, `people at
    /// baghdad`. Words of a later daemon make groups by their first.
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

    /// Two decimals at most: sums then look like what they are made of. Four of a number below 1, which may be a share.
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
