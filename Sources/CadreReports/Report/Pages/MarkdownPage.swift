/// The report for mail: Markdown (CommonMark with GitHub's tables) that can be read as it is.
struct MarkdownPage {
    private let document: ReportDocument

    init(_ document: ReportDocument) { self.document = document }

    var text: String {
        var lines: [String] = []
        let marking = document.marking.map { "**\(Escaping.markdown($0))**" }
        lines += [marking, "# \(Escaping.markdown(document.title))"].compactMap { $0 }.flatMap { [$0, ""] }
        lines += document.facts.map { "- \(Escaping.markdown($0.name)): \(Escaping.markdown($0.value))" } + [""]
        for (index, section) in document.sections.enumerated() {
            lines += ["## \(index + 1) \(Escaping.markdown(section.heading))", ""]
            for block in section.blocks { lines += self.lines(block) + [""] }
        }
        lines.append(Escaping.markdown(document.running))
        if let marking { lines += ["", marking] }
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines(_ block: ReportDocument.Block) -> [String] {
        switch block {
        case .heading(let text): ["### \(Escaping.markdown(text))"]
        case .paragraph(let text): [Self.line(runs(text))]
        case .list(let items): items.map { "- \(Self.line(runs($0)))" }
        case .table(let table): lines(table)
        case .chart(let chart): [told(chart)]
        case .panels(let charts): charts.map { "- \(told(.time($0)))" }
        }
    }

    private func told(_ chart: Chart) -> String {
        "**\(Escaping.markdown(chart.title))**: \(Escaping.markdown(chart.description))"
    }

    private func runs(_ text: RichText) -> String {
        text.runs.map { run in
            switch run {
            case .text(let text): Escaping.markdown(text)
            case .strong(let text): "**\(Escaping.markdown(text))**"
            }
        }.joined()
    }

    /// The characters that begin a list, a number or a rule at the beginning of a line.
    private static func line(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        let isNumbered = text.unicodeScalars.drop { ("0"..."9").contains($0) }.first.map { $0 == "." || $0 == ")" }
        return "+-=".unicodeScalars.contains(first) || ("0"..."9").contains(first) && isNumbered == true
            ? "\u{200B}" + text : text
    }

    private func lines(_ table: ReportTable) -> [String] {
        let kept = table.columns.indices.filter { index in !table.rows.contains { $0[index].spark != nil } }
        func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        var lines = [
            "**\(Escaping.markdown(table.caption))**", "",
            row(kept.map { Escaping.markdown(table.columns[$0].title) }),
            row(kept.map { table.columns[$0].alignment == .right ? "--:" : "---" }),
        ]
        for cells in table.rows {
            lines.append(
                row(
                    kept.map { index in
                        let cell = cells[index]
                        let text = Escaping.markdown(cell.text)
                        let shown = cell.isTrouble && !text.isEmpty ? "**\(text)**" : text
                        return shown + (cell.detail.map { " (\(Escaping.markdown($0)))" } ?? "")
                    }))
        }
        if let cut = table.cut { lines += ["", Escaping.markdown(cut)] }
        return lines
    }
}
