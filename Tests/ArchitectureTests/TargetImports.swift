/// The targets and the modules that each may import: the table in Documentation/architecture.md, row by row.
enum TargetImports {
    /// The modules by target. A target without an entry may not be in Sources.
    static let imports: [String: Set<String>] = [
        "CThreading": [],
        "Threading": anywhere.union(["CThreading"]),
        "CHashing": [],
        "Hashing": anywhere.union(["CHashing"]),
        "CZeroMQ": [],
        "ZeroMQ": anywhere.union(["CZeroMQ", "Logging", "Threading"]),
        // Pure: only `pow` and `log` of the C library.
        "CadrePlanning": ["Glibc"],
        "CadreJSON": anywhere,
        "CadreContract": anywhere.union(["CadreJSON", "CadrePlanning", "FoundationEssentials"]),
        // From here on, of the planning core its types: what an event and an estimate are made of.
        "CadreJournal": anywhere.union(["CadreContract", "CadrePlanning", "GRDB", "GRDBSQLite", "Hashing", "Threading"]
        ),
        "CadreRuntime": anywhere.union(["Hashing", "Logging", "Metrics", "ServiceLifecycle", "Threading"]),
        "CadreDaemon": anywhere.union([
            "CadreContract", "CadreJSON", "CadreJournal", "CadrePlanning", "CadreRuntime", "FoundationEssentials",
            "Hashing", "Threading", "ZeroMQ",
            "Configuration", "Hummingbird", "Logging", "Metrics", "ServiceLifecycle", "SystemPackage",
        ]),
        "CadreClient": anywhere.union(["CadreContract", "CadreJSON", "ZeroMQ"]),
        "CadreReports": anywhere.union(["CadreContract", "CadreJSON", "CadrePlanning"]),
        "CadreExchange": anywhere.union(["CadreContract", "CadreJSON", "CadrePlanning", "Hashing"]),
        "cadre": anywhere.union([
            "ArgumentParser", "CadreClient", "CadreContract", "CadreDaemon", "CadreExchange", "CadreJSON",
            "CadreJournal", "CadrePlanning", "CadreReports", "CadreRuntime", "Hashing", "Threading",
        ]),
    ]

    /// The system's modules, for every target but the planning core.
    private static let anywhere: Set<String> = ["Glibc", "Synchronization"]

    /// Names that the planning core must not use: clocks, randomness, concurrency, I/O.
    static let unknownToPlanning: Set<String> = [
        "Date", "ContinuousClock", "SuspendingClock", "time", "clock_gettime",
        "SystemRandomNumberGenerator", "random", "shuffled", "rand",
        "Task", "actor", "async", "await", "Mutex", "Atomic", "pthread_mutex_t",
        "print", "readLine", "getenv", "fopen",
    ]

    static func breaches(in file: SourceFile) -> [Breach] {
        guard let allowed = imports[file.target] else {
            return [Breach(path: file.path, line: 1, message: "\(file.target) is not a target of the table")]
        }
        var breaches: [Breach] = []
        for (index, line) in file.code.enumerated() {
            guard let module = importedModule(in: line) else { continue }
            func breach(_ message: String) {
                breaches.append(Breach(path: file.path, line: index + 1, message: message))
            }
            if !allowed.contains(module) { breach("\(file.target) may not import \(module)") }
            if line.contains("@_exported") { breach("a target does not export another: @_exported") }
            if file.target == "CadrePlanning", file.code[..<index].last?.contains("#if canImport(\(module))") != true {
                breach("CadrePlanning imports \(module) only within #if canImport(\(module))")
            }
        }
        return breaches
    }

    /// `Module` of `import Module`, `@testable import Module`, `public import struct Module.Type`.
    static func importedModule(in line: String) -> String? {
        let words = line.split(separator: " ")
        guard let at = words.firstIndex(of: "import") else { return nil }
        let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
        guard words[..<at].allSatisfy({ $0.hasPrefix("@") || modifiers.contains($0) }) else { return nil }
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        guard let name = words[(at + 1)...].first(where: { !kinds.contains($0) }) else { return nil }
        return name.split(separator: ".").first.map(String.init)
    }

    /// Words of code in the planning core that it must not know.
    static func impurities(in file: SourceFile) -> [Breach] {
        file.code.enumerated().flatMap { index, line in
            Words.identifiers(in: line).filter { isUnknown($0, in: line) }.map {
                Breach(path: file.path, line: index + 1, message: "the planning core knows no \($0)")
            }
        }
    }

    /// `time` and its like are also words of the field: of them only a call counts.
    private static func isUnknown(_ word: String, in line: String) -> Bool {
        guard unknownToPlanning.contains(word) else { return false }
        if word.first?.isUppercase == true || ["actor", "async", "await"].contains(word) { return true }
        return line.contains("\(word)(") && !line.contains("func \(word)(")
    }
}
