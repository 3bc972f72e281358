/// The targets and the modules that each may import: the table of Documentation/architecture.md, row by row.
enum Rooms {
    /// The permitted modules per target. Sources must not contain any other target.
    static let imports: [String: Set<String>] = [
        "CZeroMQ": [],
        "ZeroMQ": anywhere.union(["CZeroMQ", "Logging"]),
        // Pure: of the C library only `pow` and `log`, and only on platforms that have no other source of them.
        "CadrePlanning": ["Glibc"],
        "CadreContract": anywhere.union(["CadrePlanning", "FoundationEssentials"]),
        // The following targets use the types of the planning core, of which events and estimates consist.
        "CadreJournal": anywhere.union(["CadreContract", "CadrePlanning", "Crypto", "GRDB", "GRDBSQLite"]),
        "CadreDaemon": anywhere.union([
            "CadreContract", "CadreJournal", "CadrePlanning", "FoundationEssentials", "ZeroMQ",
            "Configuration", "Crypto", "Hummingbird", "Logging", "Metrics", "ServiceLifecycle", "SystemPackage",
        ]),
        "CadreClient": anywhere.union(["CadreContract", "ZeroMQ"]),
        "CadreReports": anywhere.union(["CadreContract", "CadrePlanning"]),
        "CadreExchange": anywhere.union(["CadreContract", "CadrePlanning", "Crypto"]),
        "cadre": anywhere.union([
            "ArgumentParser", "CadreClient", "CadreContract", "CadreDaemon", "CadreExchange", "CadreJournal",
            "CadrePlanning", "CadreReports",
        ]),
    ]

    /// The system's modules, for every target except the planning core.
    private static let anywhere: Set<String> = ["Glibc", "Synchronization"]

    /// The names that the planning core must not use: clocks, randomness, concurrency, I/O.
    static let unknownToPlanning: Set<String> = [
        "Date", "ContinuousClock", "SuspendingClock", "time", "clock_gettime",
        "SystemRandomNumberGenerator", "random", "shuffled", "rand",
        "Task", "actor", "async", "await", "Mutex", "Atomic", "pthread_mutex_t",
        "print", "readLine", "getenv", "fopen",
    ]

    static func breaches(in file: SourceFile) -> [Breach] {
        guard let allowed = imports[file.room] else {
            return [Breach(path: file.path, line: 1, message: "the table of targets lacks \(file.room)")]
        }
        var breaches: [Breach] = []
        for (index, line) in file.code.enumerated() {
            guard let module = importedModule(in: line) else { continue }
            func breach(_ message: String) {
                breaches.append(Breach(path: file.path, line: index + 1, message: message))
            }
            if !allowed.contains(module) { breach("\(file.room) may not import \(module)") }
            if line.contains("@_exported") { breach("a target must not re-export another: @_exported") }
            if file.room == "CadrePlanning", file.code[..<index].last?.contains("#if canImport(\(module))") != true {
                breach("CadrePlanning imports \(module) only within #if canImport(\(module))")
            }
        }
        return breaches
    }

    /// Returns `Module` for `import Module`, `@testable import Module` and `public import struct Module.Type`.
    static func importedModule(in line: String) -> String? {
        let words = line.split(separator: " ")
        guard let at = words.firstIndex(of: "import") else { return nil }
        let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
        guard words[..<at].allSatisfy({ $0.hasPrefix("@") || modifiers.contains($0) }) else { return nil }
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        guard let name = words[(at + 1)...].first(where: { !kinds.contains($0) }) else { return nil }
        return name.split(separator: ".").first.map(String.init)
    }

    /// Finds names in the planning core that it must not use.
    static func impurities(in file: SourceFile) -> [Breach] {
        file.code.enumerated().flatMap { index, line in
            Words.identifiers(in: line).filter { isUnknown($0, in: line) }.map {
                Breach(path: file.path, line: index + 1, message: "the planning core must not use \($0)")
            }
        }
    }

    /// Returns whether a name is forbidden. `time` and others are also words of the domain, so that only a call counts.
    private static func isUnknown(_ word: String, in line: String) -> Bool {
        guard unknownToPlanning.contains(word) else { return false }
        if word.first?.isUppercase == true || ["actor", "async", "await"].contains(word) { return true }
        return line.contains("\(word)(") && !line.contains("func \(word)(")
    }
}
