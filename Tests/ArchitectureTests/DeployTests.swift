import Testing

/// The statements of Deploy about the daemon, compared with its sources.
@Suite("Deploy")
struct DeployTests {
    @Test("the example configuration explains each key of the daemon, and no other")
    func configurationKeys() throws {
        let source = try SourceTree.text(of: "Sources/CadreDaemon/Configuration/ConfigurationKey.swift")
        let keys = Set(source.matches(of: /\n    case (\w+)(?: = "([^"]+)")?(?=\n)/).map { $0.output.2 ?? $0.output.1 })
        let example = try SourceTree.text(of: "Deploy/cadre.yaml")
        let explained = Set(
            example.split(separator: "\n").compactMap { $0.firstMatch(of: #/^\#?([a-z][a-z.-]*): /#) }.map(\.output.1))
        #expect(keys.count > 10)
        #expect(explained == keys)
    }

    @Test(
        "every metric that Deploy names is one of the daemon",
        arguments: ["Deploy/README.md", "Deploy/prometheus/alerts.yaml"])
    func metrics(file: String) throws {
        let sources = try ["Sources/CadreDaemon", "Sources/CadreRuntime"].flatMap(SourceTree.swiftFiles(below:))
            .flatMap(\.lines).joined(separator: "\n")
        let known = Set(sources.matches(of: /"(cadre_[a-z_]+)"/).map(\.output.1))
        let named = Set(try SourceTree.text(of: file).matches(of: /cadre_[a-z_]+/).map(\.output))
        let bare = named.map { $0.hasSuffix("_bucket") ? $0.dropLast("_bucket".count) : $0 }
        #expect(!bare.isEmpty)
        #expect(Set(bare).subtracting(known) == [])
    }
}
