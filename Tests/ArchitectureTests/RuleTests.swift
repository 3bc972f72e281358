import Testing

/// Each rule on samples that break it and on samples that only look like it: a rule that cannot fail proves nothing.
@Suite("each rule can fail")
struct RuleTests {
    private func file(_ text: String, path: String = "Sources/CadrePlanning/Sample.swift") -> SourceFile {
        SourceFile(path: path, text: text)
    }

    @Test(
        "an import that its row does not allow is found",
        arguments: [
            ("CadrePlanning", "import Foundation"),
            ("CadrePlanning", "import Glibc"),
            ("CadrePlanning", "#if canImport(Foundation)\nimport Foundation\n#endif"),
            ("CadreContract", "@preconcurrency import ZeroMQ"),
            ("CadreContract", "import Foundation"),
            ("CadreReports", "import struct GRDB.Row"),
            ("ZeroMQ", "internal import CadreContract"),
            ("ZeroMQ", "@_exported import Logging"),
            ("cadre", "import GRDB"),
            ("Attic", "let nothing = 1"),
        ])
    func forbiddenImport(target: String, text: String) {
        #expect(!TargetImports.breaches(in: file(text, path: "Sources/\(target)/Sample.swift")).isEmpty)
    }

    @Test(
        "an import that its row allows is not",
        arguments: [
            ("CadrePlanning", "#if canImport(Glibc)\n    import Glibc\n#endif"),
            ("CadrePlanning", "// import Foundation\nlet text = \"import Foundation\""),
            ("CadreContract", "import CadrePlanning\nimport FoundationEssentials\nimport Synchronization"),
            ("CadreDaemon", "@preconcurrency import Hummingbird"),
            ("ZeroMQ", "let important = 1 // to import"),
        ])
    func allowedImport(target: String, text: String) {
        #expect(TargetImports.breaches(in: file(text, path: "Sources/\(target)/Sample.swift")) == [])
    }

    @Test(
        "clocks, randomness, concurrency and I/O are found in the planning core",
        arguments: [
            "let now = Date()", "Task { }", "public actor Planner {}", "func plan() async {}",
            "let x = Int.random(in: 0..<2)",
            "let order = all.shuffled()", "print(total)", "let t = time(nil)", "let m = Mutex(0)",
        ])
    func impure(text: String) {
        #expect(TargetImports.impurities(in: file(text)).count == 1)
    }

    @Test(
        "words of the domain are not",
        arguments: [
            "let factor = 1.0", "let task = 1", "let random = 2", "// Date of the run, not a Date",
            "let time = instant.time", "let open = alerts.open",
            "let startDate = 1", "case .live(let clock): clock",
        ])
    func pure(text: String) {
        #expect(TargetImports.impurities(in: file(text)) == [])
    }

    @Test(
        "a force is found",
        arguments: [
            "let a = b!", "let a = b()!", "let a = b[0]!.c", "try! run()", "let a = b as! Int", "var a: Int!",
            "f(a!, b)",
            "let text = \"\\(a!)\"", "let a: [Int]! = nil",
        ])
    func force(text: String) {
        #expect(CodeStyle.traps(file(text)).count == 1)
    }

    @Test(
        "a negation, a comparison and a sentence are not found",
        arguments: [
            "if !a { }", "a != b", "a!=b", "f(!a)", "#if !os(Linux)", "// Beware!", "let text = \"Stop!\"", "[!a, !b]",
            "let text = #\"a \"quoted\"! text\"#", "let text = \"\"\"\n    Stop!\n    \"\"\"",
            "/* no! /* no! */ no! */ let a = 1",
            "let text = \"\\(a) sites!\"", "a !== b",
        ])
    func noForce(text: String) {
        #expect(CodeStyle.traps(file(text)) == [])
    }

    @Test("a promise needs its proof on the line above or on the same line")
    func promises() {
        #expect(CodeStyle.unproved(file("final class A: @unchecked Sendable {}")).count == 1)
        #expect(CodeStyle.unproved(file("let a = 1\n\nnonisolated(unsafe) var b = 1")).count == 1)
        #expect(CodeStyle.unproved(file("// Why it holds.\nfinal class A: @unchecked Sendable {}")) == [])
        #expect(CodeStyle.unproved(file("nonisolated(unsafe) let b = 1  // Why it holds.")) == [])
        #expect(CodeStyle.unproved(file("// Nothing here is @unchecked Sendable.")) == [])
    }

    @Test(
        "a name without a subject is found",
        arguments: [
            ("Sources/ZeroMQ/Helpers/Frame.swift", ""), ("Sources/ZeroMQ/StringUtils.swift", ""),
            ("Sources/ZeroMQ/Frame.swift", "final class SocketManager {}"),
            ("Sources/ZeroMQ/Frame.swift", "enum Misc {}"),
        ])
    func subjectless(path: String, text: String) {
        #expect(CodeStyle.names(file(text, path: path)).count == 1)
    }

    @Test("a name that only contains such a word is not found")
    func subject() {
        let text = "struct CommonsSeat {}\nstruct ServiceManagerState {}\nfunc helper() {}\nlet common = 1 // a Manager"
        #expect(CodeStyle.names(file(text)) == [])
        #expect(
            Words.parts(of: "HTTPServer+Socket_threads2.swift") == ["http", "server", "socket", "threads2", "swift"])
    }

    @Test("a file is too long from 401 lines on, unless its head says why")
    func length() {
        let lines = String(repeating: "let a = 1\n", count: 400)
        #expect(CodeStyle.length(file(lines)) == [])
        #expect(CodeStyle.length(file(lines + "let b = 2\n")).count == 1)
        #expect(CodeStyle.length(file("// One subject, because.\n" + lines)) == [])
    }

    @Test("work left for later is found")
    func unfinished() {
        #expect(CodeStyle.unfinished(file("let a = 1\n// TO" + "DO later")).map(\.line) == [2])
    }

    @Test("blanking keeps lines and the position of code")
    func blanked() {
        let text = "let a = \"x\\\"y\" // z\nlet b = \"\"\"\n  p \"q\" \\(r(1) + \"ß\")\n  \"\"\"\nlet c = #\"\\(d)\"#"
        let code = CodeOnly.of(text)
        #expect(code.utf8.count == text.utf8.count)
        let words = code.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        #expect(words == ["let a =", "let b =", "r(1) +", "", "let c ="])
    }

    @Test("a look-up by a literal key is found, a list of one text is not")
    func stringKeys() {
        func breaches(_ text: String) -> Int {
            CodeStyle.stringKeys(file(text, path: "Sources/CadreReports/Sample.swift")).count
        }
        #expect(breaches("let a = data[\"scenarios\"]\nlet b = f(x)?[\"peak\"]") == 2)
        #expect(breaches("let a = [\"nothing\"]\nlet b = f([\"a\"])\nlet c = rows[name]") == 0)
    }

    @Test("a use of a later layer is found, a use of an earlier one is not")
    func layers() {
        func use(_ folder: String, _ text: String) -> SourceFile {
            file(text, path: "Sources/CadrePlanning/\(folder)/Sample.swift")
        }
        let gaps = file("struct Late {}", path: "Sources/CadrePlanning/Gaps/Late.swift")
        let names = file("struct Early {}", path: "Sources/CadrePlanning/Names/Early.swift")
        #expect(Layers.upwardUses([gaps, use("Basis", "let late: Late? = nil")]).count == 1)
        #expect(Layers.upwardUses([names, use("Basis", "let early: Early? = nil")]).isEmpty)
        #expect(Layers.upwardUses([use("Attic", "let nothing = 1")]).count == 1)
    }

    @Test("a type in a foreign file is found; an extension, a nested and a private type are not")
    func typeFiles() {
        let path = "Sources/CadrePlanning/Basis/Sample+Subject.swift"
        #expect(Layers.foreignTypes(file("struct Sample {}\nfinal class Other: Sendable {}", path: path)).count == 1)
        let allowed = "extension Other {\n    struct Nested {}\n}\nprivate enum Hidden {}\nstruct Sample {}"
        #expect(Layers.foreignTypes(file(allowed, path: path)).isEmpty)
    }
}
