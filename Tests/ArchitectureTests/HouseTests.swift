import Testing

/// The house as it stands: every rule over every file.
@Suite("the house keeps its rules")
struct HouseTests {
    private var sources: [SourceFile] { get throws { try Self.sources.get() } }
    private var tests: [SourceFile] { get throws { try Self.tests.get() } }

    // Read once for all rules.
    private static let sources = Result { try SourceTree.swiftFiles(below: "Sources") }
    /// Without these rules' own samples, which are breaches by intent.
    private static let tests = Result {
        try SourceTree.swiftFiles(below: "Tests").filter { !$0.path.hasPrefix("Tests/ArchitectureTests/") }
    }

    @Test("each room imports what its row allows, and no more")
    func imports() throws {
        #expect(try !sources.isEmpty)
        expectNone(try sources.flatMap(Rooms.breaches))
    }

    @Test("Sources holds the rooms of the table and no other")
    func rooms() throws {
        #expect(try SourceTree.folders(below: "Sources") == Set(Rooms.imports.keys))
    }

    @Test("the planning core knows no clock, chance, concurrency or outside")
    func purePlanning() throws {
        expectNone(try sources.filter { $0.room == "CadrePlanning" }.flatMap(Rooms.impurities))
    }

    @Test("folders are layers: none uses a type of a later one")
    func layers() throws {
        expectNone(Layers.upwardUses(try sources))
    }

    @Test("a type lives in a file of its name")
    func typeFiles() throws {
        expectNone(try sources.flatMap(Layers.foreignTypes))
    }

    @Test("a long file says at its head why it is one subject")
    func lengths() throws {
        expectNone(try (sources + tests).flatMap(HouseStyle.length))
    }

    @Test("files, folders and types are named by their subject")
    func names() throws {
        expectNone(try (sources + tests).flatMap(HouseStyle.names))
    }

    @Test("nothing in Sources can trap by force")
    func traps() throws {
        expectNone(try sources.flatMap(HouseStyle.traps))
    }

    @Test("what the compiler cannot check is proved in words")
    func promises() throws {
        expectNone(try sources.flatMap(HouseStyle.unproved))
    }

    @Test("nothing is left for later")
    func unfinished() throws {
        expectNone(try (sources + tests).flatMap(HouseStyle.unfinished))
    }

    private func expectNone(_ breaches: [Breach], sourceLocation: SourceLocation = #_sourceLocation) {
        for breach in breaches { Issue.record("\(breach)", sourceLocation: sourceLocation) }
    }
}
