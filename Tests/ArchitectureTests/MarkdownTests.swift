import Testing

@Suite("Markdown")
struct MarkdownTests {
    private static func pages() throws -> [SourceFile] {
        try ["Documentation", "Deploy", "Examples"].flatMap {
            try SourceTree.files(below: $0, withExtensions: ["md"])
        } + ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"].map(page)
    }

    private static func page(_ path: String) throws -> SourceFile {
        SourceFile(path: path, text: try SourceTree.text(of: path))
    }

    @Test("lines have at most 120 columns")
    func columns() throws {
        for breach in try Self.pages().flatMap(MarkdownStyle.columns) { Issue.record("\(breach)") }
    }

    @Test("relative links lead to files")
    func links() throws {
        for breach in try Self.pages().flatMap({ MarkdownStyle.deadLinks($0, exists: SourceTree.contains) }) {
            Issue.record("\(breach)")
        }
    }

    @Test("every file and folder that CONTRIBUTING.md names exists")
    func contributingPaths() throws {
        let named = MarkdownStyle.paths(in: try Self.page("CONTRIBUTING.md"))
        #expect(named.count > 30)
        for (path, line) in named where !SourceTree.contains(path) {
            Issue.record("CONTRIBUTING.md:\(line): \(path) does not exist")
        }
    }

    @Test("a long line is found, one that cannot or need not be broken is not")
    func longLines() {
        let words = String(repeating: "word ", count: 24)
        func count(_ text: String) -> Int { MarkdownStyle.columns(SourceFile(path: "a.md", text: text)).count }
        #expect(count(words + "more") == 1)
        #expect(count("- " + words + "more\n\n" + words + "more") == 2)
        #expect(count(words) == 0)
        #expect(count("| " + words + "more |") == 0)
        #expect(count("```sh\n" + words + "more\n```\n") == 0)
        #expect(count("https://example.org/" + String(repeating: "a", count: 120)) == 0)
    }

    @Test("a dead link is found, a link to a file or to the web is not")
    func deadLinks() {
        let text = "[a](../README.md) [b](c/d.md#e) [f](https://example.org/g)\n[h](../../i.md) and [j](#k)"
        let file = SourceFile(path: "Documentation/x/y.md", text: text)
        let breaches = MarkdownStyle.deadLinks(file) { ["Documentation/README.md", "i.md"].contains($0) }
        #expect(breaches.map(\.description) == ["Documentation/x/y.md:1: a link to c/d.md, which does not exist"])
    }

    @Test("named paths are read as they are written")
    func paths() {
        let text =
            "`Sources/A/B+C.swift` and [this](Documentation/a.md#b), `Makefile`, `a.b`, `make test`, `.build/x/y`\n"
            + "```\n`Sources/D`\n```\n`Tests/E` [x](https://example.org/y)"
        let paths = MarkdownStyle.paths(in: SourceFile(path: "a.md", text: text))
        #expect(paths.map(\.path) == ["Sources/A/B+C.swift", "Makefile", "Documentation/a.md", "Tests/E"])
        #expect(paths.map(\.line) == [1, 1, 1, 5])
        #expect(SourceTree.contains("Tests/ArchitectureTests"))
        #expect(!SourceTree.contains("Tests/ArchitectureTests/Missing.swift"))
    }
}
