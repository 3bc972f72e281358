import Testing

/// A dependency with its version, from Package.swift or from the documentation.
private struct Pin: Hashable, CustomStringConvertible {
    let address: String
    let version: String

    var description: String { "\(address) \(version)" }

    /// Returns the pins of a manifest: `.package(url: "ADDRESS", exact: "VERSION"…)`.
    static func inManifest(_ text: String) -> Set<Pin> {
        Set(
            text.matches(of: /\.package\(url: "([^"]+?)(?:\.git)?", exact: "([^"]+)"/).map {
                Pin(address: String($0.output.1), version: String($0.output.2))
            })
    }

    /// Returns the pins of the documentation: rows `| [name](ADDRESS) | VERSION | …`.
    static func inDocumentation(_ text: String) -> Set<Pin> {
        Set(
            text.matches(of: /\| \[[^\]]+\]\(([^)]+)\) \| ([0-9][^ ]*) \|/).map {
                Pin(address: String($0.output.1), version: String($0.output.2))
            })
    }
}

@Suite("dependencies")
struct DependencyTests {
    @Test("Documentation/dependencies.md lists exactly the packages of Package.swift, with their versions")
    func documented() throws {
        let pinned = Pin.inManifest(try SourceTree.text(of: "Package.swift"))
        let documented = Pin.inDocumentation(try SourceTree.text(of: "Documentation/dependencies.md"))
        #expect(!pinned.isEmpty)
        #expect(pinned.subtracting(documented) == [], "missing in the documentation")
        #expect(documented.subtracting(pinned) == [], "not in Package.swift")
    }

    @Test("every package is pinned to one version")
    func pinned() throws {
        let manifest = try SourceTree.text(of: "Package.swift")
        #expect(manifest.matches(of: /\.package\(/).count == Pin.inManifest(manifest).count)
    }

    @Test("the pins of a manifest and of a table are found")
    func reading() {
        let pin = Pin(address: "https://example.org/a/b.c", version: "1.2.3")
        #expect(
            Pin.inManifest(#".package(url: "https://example.org/a/b.c.git", exact: "1.2.3", traits: ["T"])"#) == [pin])
        #expect(Pin.inManifest(#".package(url: "https://example.org/a/b.c.git", from: "1.2.3")"#) == [])
        #expect(Pin.inDocumentation("| [b](https://example.org/a/b.c) | 1.2.3 | MIT | because |") == [pin])
    }
}
