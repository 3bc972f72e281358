import Testing

@Suite("the version")
struct VersionTests {
    private static let file = "Sources/CadreRuntime/CadreVersion.swift"

    private static func current() throws -> String {
        try #require(SourceTree.text(of: file).split(separator: "\"").dropFirst().first.map(String.init))
    }

    @Test("one source file states it")
    func onePlace() throws {
        let version = try Self.current()
        let files = try SourceTree.swiftFiles(below: "Sources").filter {
            $0.lines.contains { $0.contains("\"\(version)\"") }
        }
        #expect(files.map(\.path) == [Self.file])
    }

    @Test("the changelog begins with it")
    func changelog() throws {
        let headings = try SourceTree.text(of: "CHANGELOG.md").split(separator: "\n").filter { $0.hasPrefix("## ") }
        #expect(headings.first?.hasPrefix("## \(try Self.current())") == true)
    }
}
