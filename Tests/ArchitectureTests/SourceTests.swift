import Testing

/// Every rule over every file of the project.
@Suite("the sources follow the rules")
struct SourceTests {
    private var sources: [SourceFile] { get throws { try Self.sources.get() } }
    private var tests: [SourceFile] { get throws { try Self.tests.get() } }

    // Read once for all rules.
    private static let sources = Result { try SourceTree.swiftFiles(below: "Sources") }
    /// The files of all tests but these, whose samples are breaches by intent.
    private static let tests = Result {
        try SourceTree.swiftFiles(below: "Tests").filter { !$0.path.hasPrefix("Tests/ArchitectureTests/") }
    }

    @Test("each target imports only the modules of its row")
    func imports() throws {
        #expect(try !sources.isEmpty)
        expectNone(try sources.flatMap(TargetImports.breaches))
    }

    @Test("Sources has the targets of the table and no others")
    func targets() throws {
        #expect(try SourceTree.folders(below: "Sources") == Set(TargetImports.imports.keys))
    }

    @Test("the planning core has no clock, randomness, concurrency or I/O")
    func purePlanning() throws {
        expectNone(try sources.filter { $0.target == "CadrePlanning" }.flatMap(TargetImports.impurities))
    }

    @Test("folders are layers: none uses a type of a later one")
    func layers() throws {
        expectNone(Layers.upwardUses(try sources))
    }

    @Test("a type lives in a file of its name")
    func typeFiles() throws {
        expectNone(try sources.flatMap(Layers.foreignTypes))
    }

    @Test("a long file states in its first line why it is one subject")
    func lengths() throws {
        expectNone(try (sources + tests).flatMap(CodeStyle.length))
    }

    @Test("files, folders and types are named by their subject")
    func names() throws {
        expectNone(try (sources + tests).flatMap(CodeStyle.names))
    }

    @Test("nothing in Sources can trap by force")
    func traps() throws {
        expectNone(try sources.flatMap(CodeStyle.traps))
    }

    @Test("every unchecked promise to the compiler is justified in a comment")
    func promises() throws {
        expectNone(try sources.flatMap(CodeStyle.unproved))
    }

    @Test("reports read typed values, not members by name")
    func stringKeys() throws {
        expectNone(try sources.filter { $0.target == "CadreReports" }.flatMap(CodeStyle.stringKeys))
    }

    @Test("no comment marks unfinished work")
    func unfinished() throws {
        expectNone(try (sources + tests).flatMap(CodeStyle.unfinished))
    }

    private func expectNone(_ breaches: [Breach], sourceLocation: SourceLocation = #_sourceLocation) {
        for breach in breaches { Issue.record("\(breach)", sourceLocation: sourceLocation) }
    }
}
