import Testing

/// Tests that every file of the project follows every rule.
@Suite("the project follows its rules")
struct HouseTests {
    private var sources: [SourceFile] { get throws { try Self.sources.get() } }
    private var tests: [SourceFile] { get throws { try Self.tests.get() } }

    // The sources are read once for all rules.
    private static let sources = Result { try SourceTree.swiftFiles(below: "Sources") }
    /// The files of the tests, without the samples of these rules, which are intentional breaches.
    private static let tests = Result {
        try SourceTree.swiftFiles(below: "Tests").filter { !$0.path.hasPrefix("Tests/ArchitectureTests/") }
    }

    @Test("each target imports only the modules of its row")
    func imports() throws {
        #expect(try !sources.isEmpty)
        expectNone(try sources.flatMap(Rooms.breaches))
    }

    @Test("Sources contains exactly the targets of the table")
    func rooms() throws {
        #expect(try SourceTree.folders(below: "Sources") == Set(Rooms.imports.keys))
    }

    @Test("the planning core uses no clock, randomness, concurrency or I/O")
    func purePlanning() throws {
        expectNone(try sources.filter { $0.room == "CadrePlanning" }.flatMap(Rooms.impurities))
    }

    @Test("folders are layers: no folder uses a type of a later one")
    func layers() throws {
        expectNone(Layers.upwardUses(try sources))
    }

    @Test("a type lives in a file of its name")
    func typeFiles() throws {
        expectNone(try sources.flatMap(Layers.foreignTypes))
    }

    @Test("a long file explains in its first line why it is one subject")
    func lengths() throws {
        expectNone(try (sources + tests).flatMap(HouseStyle.length))
    }

    @Test("files, folders and types are named by their subject")
    func names() throws {
        expectNone(try (sources + tests).flatMap(HouseStyle.names))
    }

    @Test("Sources contains no forced operation")
    func traps() throws {
        expectNone(try sources.flatMap(HouseStyle.traps))
    }

    @Test("each promise that the compiler cannot check has a proof in a comment")
    func promises() throws {
        expectNone(try sources.flatMap(HouseStyle.unproved))
    }

    @Test("no work is left unfinished")
    func unfinished() throws {
        expectNone(try (sources + tests).flatMap(HouseStyle.unfinished))
    }

    private func expectNone(_ breaches: [Breach], sourceLocation: SourceLocation = #_sourceLocation) {
        for breach in breaches { Issue.record("\(breach)", sourceLocation: sourceLocation) }
    }
}
