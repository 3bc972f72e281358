import Testing

/// The tables of targets and folders in Documentation/architecture.md, compared with the rules that enforce them.
@Suite("the tables of targets and folders")
struct TableTests {
    /// The cells of the rows whose first cell is a name in code type, by that name.
    private static func rows(of section: Substring) -> [(name: String, cells: [String])] {
        section.split(separator: "\n").compactMap { line in
            guard let match = line.wholeMatch(of: /\| `(\w+)` \|(.*)\|/) else { return nil }
            let cells = match.output.2.split(separator: "|", omittingEmptySubsequences: false)
            return (String(match.output.1), cells.map { $0.split(separator: " ").joined(separator: " ") })
        }
    }

    private static func section() throws -> Substring {
        let page = try SourceTree.text(of: "Documentation/architecture.md")
        let rest = try #require(page.split(separator: "\n## 2. Targets\n").last)
        return try #require(rest.split(separator: "\n## ").first)
    }

    /// The targets whose folders have a table, in its order.
    private static let layered = ["CadrePlanning", "CadreRuntime", "CadreDaemon", "CadreReports", "cadre"]

    @Test("they name each target, and each folder of targets in layers, in the order of the layers")
    func names() throws {
        let rows = Self.rows(of: try Self.section())
        let targets = Set(TargetImports.imports.keys)
        #expect(Set(rows.map(\.name).filter(targets.contains)) == targets)
        let layers = Self.layered.flatMap { Layers.order[$0, default: []] }.filter { !$0.isEmpty && !$0.contains("/") }
        #expect(rows.map(\.name).filter { !targets.contains($0) } == layers)
    }

    @Test("a row of a target has all cells, and a row of a folder of the planning core cites the model or nothing")
    func cells() throws {
        let targets = Set(TargetImports.imports.keys)
        for (name, cells) in Self.rows(of: try Self.section()) {
            if targets.contains(name) {
                #expect(cells.count == 3 && cells.allSatisfy { !$0.isEmpty }, "\(name)")
            } else if cells.count == 1 {
                #expect(!cells[0].isEmpty, "\(name)")
            } else {
                let model = try #require(cells.last)
                #expect(cells.count == 2 && (model.isEmpty || model.hasPrefix("MODEL §")), "\(name): \(model)")
            }
        }
    }

    @Test("rows are read as they are written")
    func reading() {
        let rows = Self.rows(of: "| target | imports |\n|---|---|\n| `A` | b, `c` | |\ntext\n| `D` | e |")
        #expect(rows.map(\.name) == ["A", "D"])
        #expect(rows.map(\.cells) == [["b, `c`", ""], ["e"]])
    }
}
