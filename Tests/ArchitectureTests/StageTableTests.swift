import Testing

/// The table of stages in Documentation/architecture.md against the planning core.
@Suite("the table of stages")
struct StageTableTests {
    /// The types that conform to `Stage`, or a refinement of it, in a Swift text.
    private static func stages(inCode text: String) -> Set<String> {
        Set(text.matches(of: /\benum (\w+)(?:<[^{]*>)?: \w*Stage \{/).map { String($0.output.1) })
    }

    /// The first cells of the rows that begin with a type.
    private static func stages(inTable text: String) -> Set<String> {
        Set(text.matches(of: /\n\| `(\w+)` \| [^\n]*\|(?=\n)/).map { String($0.output.1) })
    }

    @Test("it names each stage of the planning core, and no other")
    func complete() throws {
        let files = try SourceTree.swiftFiles(below: "Sources/CadrePlanning")
        let stages = Self.stages(inCode: files.flatMap(\.code).joined(separator: "\n"))
        let page = try SourceTree.text(of: "Documentation/architecture.md")
        let section = try #require(page.split(separator: "### Stages\n").last?.split(separator: "\n## ").first)
        let documented = Self.stages(inTable: "\n\(section)")
        #expect(stages.count > 20)
        #expect(stages.subtracting(documented) == [], "missing in the table")
        #expect(documented.subtracting(stages) == [], "no stage of the planning core")
    }

    @Test("stages are read as they are written")
    func reading() {
        let code =
            "enum A: Stage {\n  struct Input {}\n}\nenum CutOff<V: Equatable & Sendable>: Stage {\nenum B: Sendable {"
        #expect(Self.stages(inCode: code) == ["A", "CutOff"])
        #expect(
            Self.stages(inTable: "\n| `A` | period | x |\n| stage | key |\n|---|---|\n| `B` | a | b |\n") == ["A", "B"])
    }
}
