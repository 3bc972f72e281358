import Testing

@Suite("citations")
struct CitationTests {
    @Test("each names a numbered heading of Documentation")
    func resolved() throws {
        let headings = try Citations.pages.mapValues {
            Citations.headings(in: try SourceTree.text(of: "Documentation/\($0)"))
        }
        #expect(headings.allSatisfy { $0.value.count > 5 })
        let files = try ["Sources", "Tests", "Benchmarks", "Documentation"].flatMap {
            try SourceTree.files(below: $0, withExtensions: ["swift", "h", "md", "yaml", "json"])
        }
        // Without the samples of this test, which are breaches by intent.
        for file in files where !file.path.hasPrefix("Tests/ArchitectureTests/") {
            for breach in Citations.unresolved(in: file, headings: headings) { Issue.record("\(breach)") }
        }
        #expect(files.reduce(0) { $0 + Citations.citations(in: $1.lines).count } > 500)
    }

    @Test(
        "sections are read as they are written",
        arguments: [
            ("Source: MODEL § 8.", ["MODEL 8"]),
            ("CONTRACT §§ 4 and 9", ["CONTRACT 4", "CONTRACT 9"]),
            ("MODEL §§ 3, 7, 8", ["MODEL 3", "MODEL 7", "MODEL 8"]),
            ("MODEL §§ 4 to 7; ZEROMQ § 3", ["MODEL 4", "MODEL 5", "MODEL 6", "MODEL 7", "ZEROMQ 3"]),
            ("/// Source: MODEL\n    /// § 12 and more", ["MODEL 12"]),
            ("[MODEL § 12](model.md)", ["MODEL 12"]),
            ("entries (§ 5) and CONTRACT § 2, `limit`", [" 5", "CONTRACT 2"]),
            ("JSON-RPC 2.0, § 5; RFC 9112 §§ 3 and 9; nothing", []),
        ])
    func reading(text: String, expected: [String]) {
        let lines = SourceFile(path: "", text: text).lines
        #expect(Citations.citations(in: lines).map { "\($0.page ?? "") \($0.section)" } == expected)
    }

    @Test("headings are read as they are written")
    func headings() {
        #expect(
            Citations.headings(in: "# Page\n## 1. Time\ntext 2. no\n### 3.1 Sub\n## 12. Small print") == [
                "1", "3.1", "12",
            ])
    }

    @Test("a citation of a missing heading, page or own section is found, with its line")
    func missing() {
        let headings: [String: Set<String>] = ["MODEL": ["1", "2"]]
        func breaches(_ text: String, path: String = "Sources/A/B.swift") -> [String] {
            Citations.unresolved(in: SourceFile(path: path, text: text), headings: headings).map(\.description)
        }
        #expect(breaches("// MODEL § 2") == [])
        #expect(breaches("let a = 1\n// MODEL §§ 1 and 3") == ["Sources/A/B.swift:2: MODEL has no § 3"])
        #expect(breaches("// CURVE § 1") == ["Sources/A/B.swift:1: CURVE is not a page of Documentation"])
        #expect(breaches("## 1. A\nSee § 1 and § 4.", path: "D/a.md") == ["D/a.md:2: this page has no § 4"])
    }
}
