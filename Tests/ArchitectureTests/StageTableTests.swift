import Testing

/// Tests that the table of stages in Documentation/architecture.md agrees with the planning core.
@Suite("the table of stages")
struct StageTableTests {
    /// Returns the types in a Swift text that conform to `Stage` or a refinement of it.
    private static func stages(inCode text: String) -> Set<String> {
        Set(text.matches(of: /\benum (\w+)(?:<[^{]*>)?: \w*Stage \{/).map { String($0.output.1) })
    }

    /// Returns the first cells of the rows that begin with a type.
    private static func stages(inTable text: String) -> Set<String> {
        Set(text.matches(of: /\n\| `(\w+)` \| [^\n]*\|(?=\n)/).map { String($0.output.1) })
    }

    @Test("the table lists exactly the stages of the planning core")
    func complete() throws {
        let files = try SourceTree.swiftFiles(below: "Sources/CadrePlanning")
        let stages = Self.stages(inCode: files.flatMap(\.code).joined(separator: "\n"))
        let page = try SourceTree.text(of: "Documentation/architecture.md")
        let section = try #require(page.split(separator: "### Stages\n").last?.split(separator: "\n## ").first)
        let documented = Self.stages(inTable: "\n\(section)")
        #expect(stages.count > 20)
        #expect(stages.subtracting(documented) == [], "missing in the table")
        #expect(documented.subtracting(stages) == [], "not a stage of the planning core")
    }

    @Test("the stages of a Swift text are found")
    func reading() {
        let code =
            "enum A: Stage {\n  struct Input {}\n}\nenum CutOff<V: Equatable & Sendable>: Stage {\nenum B: Sendable {"
        #expect(Self.stages(inCode: code) == ["A", "CutOff"])
        #expect(
            Self.stages(inTable: "\n| `A` | period | x |\n| stage | key |\n|---|---|\n| `B` | a | b |\n") == ["A", "B"])
    }
}
