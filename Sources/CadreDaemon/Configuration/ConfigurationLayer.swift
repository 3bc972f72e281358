import Configuration
import Glibc
import Synchronization

/// One place where settings stand, read through swift-configuration.
struct ConfigurationLayer {
    /// How the origin of a value is told.
    enum Kind {
        case flags, environment
        case file(path: String)
    }

    let kind: Kind
    private let snapshot: any ConfigSnapshot

    static func flags(_ flags: [ConfigurationKey: [String]]) -> ConfigurationLayer {
        var values: [AbsoluteConfigKey: ConfigValue] = [:]
        for (key, given) in flags {
            let content: ConfigContent = key.isList ? .stringArray(given) : .string(given.last ?? "")
            values[key.path] = ConfigValue(content, isSecret: false)
        }
        return ConfigurationLayer(
            kind: .flags, snapshot: InMemoryProvider(name: "flags", values: values).snapshot())
    }

    static func environment(_ environment: [String: String]) -> ConfigurationLayer {
        let provider = EnvironmentVariablesProvider(environmentVariables: environment)
        return ConfigurationLayer(kind: .environment, snapshot: provider.snapshot())
    }

    /// Reads a file.
    /// - Parameter problems: Gets what is wrong with it: unreadable, no YAML, or keys that there are not, since a
    ///   misspelt key would otherwise be a setting that silently does not hold.
    /// - Returns: `nil` where nothing of it can be used.
    static func file(_ path: String, problems: inout [ConfigurationProblem]) -> ConfigurationLayer? {
        guard let bytes = readFile(path) else {
            let reason = String(cString: strerror(errno))
            problems.append(
                ConfigurationProblem(origin: path, found: reason, expected: "a file that can be read, of at most 1 MiB")
            )
            return nil
        }
        guard hasContent(bytes) else { return nil }
        let keys = FoundKeys()
        do {
            let options = YAMLSnapshot.ParsingOptions(
                secretsSpecifier: .dynamic { key, _ in
                    keys.note(key)
                    return false
                })
            let snapshot = try YAMLSnapshot(data: bytes.span.bytes, providerName: path, parsingOptions: options)
            for key in keys.all where ConfigurationKey(rawValue: key) == nil {
                problems.append(
                    ConfigurationProblem(
                        key: key, origin: path, found: "there is no such key", expected: suggestion(for: key)))
            }
            return ConfigurationLayer(kind: .file(path: path), snapshot: snapshot)
        } catch {
            problems.append(ConfigurationProblem(origin: path, found: "\(error)", expected: "a YAML mapping of keys"))
            return nil
        }
    }

    /// The values of a key here; `nil` where it does not stand here.
    /// - Throws: Where it is of another shape.
    func values(_ key: ConfigurationKey) throws(ConfigurationProblem.Shape) -> [String]? {
        // A list may be written as one text, and what is one text for the environment is parted at commas.
        let types: [ConfigType] = key.isList ? [.stringArray, .string] : [.string]
        for type in types {
            guard let found = try? snapshot.value(forKey: path(key), type: type).value else { continue }
            switch found.content {
            case .string(let text): return [text]
            case .stringArray(let texts): return texts.map(Self.trimmed).filter { !$0.isEmpty }
            default: continue
            }
        }
        // Neither of the shapes: either it is not here, or it is a list where one value belongs.
        if (try? snapshot.value(forKey: path(key), type: .stringArray).value) != nil { throw .init() }
        return nil
    }

    func origin(_ key: ConfigurationKey) -> String {
        switch kind {
        case .flags: "--\(key.flag)"
        case .environment: key.variable
        case .file(let path): path
        }
    }

    private func path(_ key: ConfigurationKey) -> AbsoluteConfigKey {
        if case .environment = kind { return AbsoluteConfigKey(["cadre"] + key.path.components) }
        return key.path
    }

    // MARK: Files

    private static func trimmed(_ text: String) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// Whether there is anything but comments: a file in which all is commented out is no mapping, and no mistake.
    private static func hasContent(_ bytes: [UInt8]) -> Bool {
        bytes.split(separator: UInt8(ascii: "\n")).contains { line in
            let first = line.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: "\r") }
            return first.map { $0 != UInt8(ascii: "#") } ?? false
        }
    }

    /// - Returns: `nil`, with `errno`, where it cannot be read.
    private static func readFile(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return bytes }
            bytes += chunk.prefix(count)
            guard bytes.count <= DaemonLimits.configurationBytesMax else {
                errno = EFBIG
                return nil
            }
        }
    }

    /// The files of a folder `FILE.d`, in the order of their names; none where there is no such folder.
    static func dropIns(of file: String) -> [String] {
        guard let folder = opendir(file + ".d") else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".yaml"), !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted().map { "\(file).d/\($0)" }
    }

    private static func suggestion(for key: String) -> String {
        let near =
            ConfigurationKey.allCases.map(\.rawValue)
            .min { editDistance($0, key) < editDistance($1, key) } ?? ""
        return editDistance(near, key) <= 3 ? "perhaps \(near)" : "one of the keys that `cadre config` lists"
    }
}

extension ConfigurationProblem {
    /// A list where one value belongs.
    struct Shape: Error {}
}

extension ConfigurationKey {
    fileprivate var path: AbsoluteConfigKey {
        AbsoluteConfigKey(rawValue.split(separator: ".").map(String.init))
    }
}

/// The keys of a file: the parser asks of each whether it is secret, which is how they are all heard of.
private final class FoundKeys: Sendable {
    private let guarded = Mutex<[String]>([])

    func note(_ key: String) { guarded.withLock { $0.append(key) } }

    var all: [String] { guarded.withLock { $0.sorted() } }
}

/// Insertions, deletions and replacements that make one text of another.
private func editDistance(_ a: String, _ b: String) -> Int {
    let b = Array(b.utf8)
    var row = Array(0...b.count)
    for (line, byte) in a.utf8.enumerated() {
        var diagonal = row[0]
        row[0] = line + 1
        for column in b.indices {
            let replaced = diagonal + (byte == b[column] ? 0 : 1)
            diagonal = row[column + 1]
            row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
        }
    }
    return row[b.count]
}
