import Foundation

/// Citations of numbered headings, such as `MODEL § 8` or `CONTRACT §§ 4 and 9`, and the headings that they need.
enum Citations {
    /// The pages that may be cited, by the name in a citation.
    static let pages = [
        "ARCHITECTURE": "architecture.md", "CONTRACT": "contract.md", "MODEL": "model.md", "ZEROMQ": "zeromq.md",
    ]

    /// One section of one page, cited in a text.
    struct Citation: Equatable {
        /// The name of the page in capitals, or `nil` for a section of the citing page itself.
        let page: String?
        /// The number of the section, such as `8`.
        let section: String
        /// The number of the line, from 1.
        let line: Int
    }

    /// Returns the citations in the lines of a text, in their order. `§ 9` after the number of a
    /// standard is omitted.
    static func citations(in lines: [String]) -> [Citation] {
        lines.indices.filter { lines[$0].contains("§") }.flatMap { index -> [Citation] in
            // A citation may begin on the line before and end on the line after.
            let before = index > 0 ? lines[index - 1] + "\n" : ""
            let after = index + 1 < lines.count ? "\n" + lines[index + 1] : ""
            let window = before + lines[index] + after
            let own = window.index(window.startIndex, offsetBy: before.count)
            let end = window.index(own, offsetBy: lines[index].count)
            return window.matches(of: pattern).flatMap { match -> [Citation] in
                let (_, word, between, first, rest) = match.output
                guard own <= between.endIndex, between.endIndex < end else { return [] }
                let isAdjacent = between.allSatisfy { $0.isWhitespace || $0 == "/" }
                if isAdjacent || between.first == ",", word.contains(where: \.isNumber) { return [] }
                let isPage = isAdjacent && word.count >= 3 && word.allSatisfy { $0.isLetter && $0.isUppercase }
                return sections(String(first), String(rest)).map {
                    Citation(page: isPage ? String(word) : nil, section: $0, line: index + 1)
                }
            }
        }
    }

    /// A word, what follows it, the sign, and a list of numbers. Between them may be a line break and the slashes of a
    /// comment.
    private static var pattern:
        Regex<(Substring, word: Substring, between: Substring, first: Substring, rest: Substring)>
    {
        #/
        (?<word>[\w.\-]*) (?<between>[^\w§]*) §§? [\s\/]*
        (?<first>\d+(?:\.\d+)*) (?<rest>(?:[\s\/]*(?:,\s*and|,|and|to)[\s\/]+\d+(?![\d\-\/]))*)
        /#
    }

    /// Returns the sections of a list: `4 to 7` is four of them.
    private static func sections(_ first: String, _ rest: String) -> [String] {
        var sections = [first]
        for match in rest.matches(of: /(,|and|to)[\s\/]+(\d+)/) {
            guard let last = sections.last.flatMap({ Int($0) }), let next = Int(match.output.2) else { continue }
            let range = match.output.1 == "to" && last < next ? last + 1...next : next...next
            sections += range.map(String.init)
        }
        return sections
    }

    /// Returns the numbers of a page's headings: `## 8. Logistics` has 8.
    static func headings(in markdown: String) -> Set<String> {
        Set(markdown.matches(of: #/(?:^|\n)#+ (\d+(?:\.\d+)*)\.?[ ]/#).map { String($0.output.1) })
    }

    /// Returns the citations of a file that name no heading.
    /// - Parameter headings: The numbers of the headings by page.
    static func unresolved(in file: SourceFile, headings: [String: Set<String>]) -> [Breach] {
        let own = file.path.hasSuffix(".md") ? Self.headings(in: file.lines.joined(separator: "\n")) : nil
        return citations(in: file.lines).compactMap { citation in
            guard let page = citation.page else {
                guard let own, !own.contains(citation.section) else { return nil }
                return Breach(path: file.path, line: citation.line, message: "this page has no § \(citation.section)")
            }
            guard let known = headings[page] else {
                return Breach(path: file.path, line: citation.line, message: "\(page) is not a page of Documentation")
            }
            guard !known.contains(citation.section) else { return nil }
            return Breach(path: file.path, line: citation.line, message: "\(page) has no § \(citation.section)")
        }
    }
}
