/// The report as one file for browsers and printers that fetches no resources and runs no scripts.
struct HTMLPage {
    private let document: ReportDocument

    init(_ document: ReportDocument) { self.document = document }

    var bytes: [UInt8] {
        var bytes = Array("<!DOCTYPE html>\n".utf8)
        Markup("html", ["lang": "en"], [head, body]).write(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    private var head: Markup {
        Markup(
            "head", [:],
            [
                Markup("meta", ["charset": "utf-8"]),
                Markup("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                // The policy holds for any title: a browser fetches no resources and runs no scripts for this page.
                Markup(
                    "meta",
                    [
                        "http-equiv": "Content-Security-Policy",
                        "content": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
                    ]),
                Markup("title", [:], document.title + (document.marking.map { " – " + $0 } ?? "")),
                .style(PageStyle.sheet(running: document.running)),
            ])
    }

    private var body: Markup {
        let marking = document.marking.map { [Markup("p", ["class": "marking"], $0)] } ?? []
        return Markup(
            "body", [:],
            [Paint.patterns] + marking + [header, contents]
                + [
                    Markup(
                        "main", [:], document.sections.enumerated().map { section($0.element, number: $0.offset + 1) })
                ]
                + [Markup("footer", [:], [Markup("p", ["class": "running"], document.running)] + marking)])
    }

    private var header: Markup {
        let facts = document.facts.flatMap { fact in
            [Markup("dt", [:], fact.name), Markup("dd", [:], fact.value)]
        }
        return Markup("header", [:], [Markup("h1", [:], document.title), Markup("dl", ["class": "facts"], facts)])
    }

    private var contents: Markup {
        let entries = document.sections.map { section in
            Markup("li", [:], [Markup("a", ["href": "#\(section.id)"], section.heading)])
        }
        return Markup("nav", ["aria-label": "Contents"], [Markup("ol", [:], entries)])
    }

    private func section(_ section: ReportDocument.Section, number: Int) -> Markup {
        Markup(
            "section", ["id": section.id, "aria-labelledby": "\(section.id)-heading"],
            [Markup("h2", ["id": "\(section.id)-heading"], "\(number)  \(section.heading)")]
                + section.blocks.map(block))
    }

    // MARK: Blocks

    private func block(_ block: ReportDocument.Block) -> Markup {
        switch block {
        case .heading(let text): Markup("h3", [:], text)
        case .paragraph(let text): Markup("p", [:], runs(text))
        case .list(let items): Markup("ul", [:], items.map { Markup("li", [:], runs($0)) })
        case .table(let table): self.table(table)
        case .chart(let chart): figure(chart, kind: "wide")
        case .panels(let charts): Markup("div", ["class": "panels"], charts.map { figure(.time($0), kind: "panel") })
        }
    }

    private func runs(_ text: RichText) -> [Markup] {
        text.runs.map { run in
            switch run {
            case .text(let text): words(text)
            case .strong(let text): Markup("strong", [:], [words(text)])
            }
        }
    }

    /// Text with its dates kept whole: a browser breaks lines at their dashes.
    private func words(_ text: String) -> Markup {
        var parts: [Markup] = []
        for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
            let before = index == 0 ? "" : " "
            let bare = word.prefix { $0.isNumber || $0 == "-" }
            if Self.isDate(String(bare)) {
                parts.append(.text(before))
                parts.append(Markup("span", ["class": "d"], String(word)))
            } else {
                parts.append(.text(before + word))
            }
        }
        return .group(parts)
    }

    private func figure(_ chart: Chart, kind: String) -> Markup {
        Markup(
            "figure", ["class": kind],
            [
                Markup("figcaption", [:], [Markup("strong", [:], chart.title), .text(" "), words(chart.description)]),
                Markup("div", ["class": "drawing"], [chart.markup]),
            ])
    }

    private func table(_ table: ReportTable) -> Markup {
        let titles = table.columns.map { column in
            Markup("th", column.alignment == .right ? ["scope": "col", "class": "n"] : ["scope": "col"], column.title)
        }
        let rows = table.rows.map { row in
            Markup(
                "tr", [:], row.enumerated().map { cell($0.element, table.columns[$0.offset], isFirst: $0.offset == 0) })
        }
        let content = Markup(
            "table", [:],
            [
                Markup("caption", [:], table.caption), Markup("thead", [:], [Markup("tr", [:], titles)]),
                Markup("tbody", [:], rows),
            ])
        let cut = table.cut.map { [Markup("p", ["class": "cut"], $0)] } ?? []
        // A small table is read at a glance, and not on two pages.
        let isSmall = table.rows.count <= Self.smallRowsMax
        return Markup("div", ["class": isSmall ? "table whole" : "table"], [content] + cut)
    }

    private func cell(_ cell: ReportTable.Cell, _ column: Table.Column, isFirst: Bool) -> Markup {
        var kinds: [String] = []
        if column.alignment == .right { kinds.append("n") }
        if Self.isDate(cell.text) { kinds.append("d") }
        if cell.isTrouble { kinds.append("bad") }
        var attributes: [Markup.Attribute] = isFirst ? [.init("scope", "row")] : []
        if !kinds.isEmpty { attributes.append(.init("class", kinds.joined(separator: " "))) }
        var content: [Markup] = cell.text.isEmpty ? [] : [.text(cell.text)]
        if let detail = cell.detail { content.append(Markup("small", [:], detail)) }
        if let spark = cell.spark { content.append(spark.markup) }
        return .element(isFirst ? "th" : "td", attributes, content)
    }

    /// Rows of a table that is not divided: a quarter of a page.
    private static let smallRowsMax = 4

    /// `2005-06-04`: not to be broken at its dashes.
    private static func isDate(_ text: String) -> Bool {
        text.utf8.count == 10 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
    }
}
