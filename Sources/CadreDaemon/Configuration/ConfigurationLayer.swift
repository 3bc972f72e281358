import Configuration
import Glibc
import Synchronization

/// One source of settings, read through swift-configuration.
struct ConfigurationLayer {
    /// The kind of source, which determines how the origin of a value is named.
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
    /// - Parameter problems: Receives the problems of the file: unreadable, not YAML, or unknown keys, since a misspelt
    ///   key would otherwise be a setting that silently has no effect.
    /// - Returns: `nil` if the file is not usable, or has no content.
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

    /// Returns the values of a key, or `nil` if this source does not contain it.
    /// - Throws: An error if the source has a list for a key that takes one value.
    func values(_ key: ConfigurationKey) throws(ConfigurationProblem.Shape) -> [String]? {
        // A list may be written as one text; the environment's text is split at commas.
        let types: [ConfigType] = key.isList ? [.stringArray, .string] : [.string]
        for type in types {
            guard let found = try? snapshot.value(forKey: path(key), type: type).value else { continue }
            switch found.content {
            case .string(let text): return [text]
            case .stringArray(let texts): return texts.map(Self.trimmed).filter { !$0.isEmpty }
            default: continue
            }
        }
        // Neither of the shapes: either the key is absent, or it has a list in place of one value.
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

    /// Returns whether a file contains more than comments: if all lines are comments, it is valid although it
    /// is not a YAML mapping.
    private static func hasContent(_ bytes: [UInt8]) -> Bool {
        bytes.split(separator: UInt8(ascii: "\n")).contains { line in
            let first = line.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: "\r") }
            return first.map { $0 != UInt8(ascii: "#") } ?? false
        }
    }

    /// Returns the bytes of a file, or `nil`, with `errno`, if it cannot be read or is too large.
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

    /// Returns the files of a folder `FILE.d`, in the order of their names; empty if the folder does not exist.
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
    /// A list in place of one value.
    struct Shape: Error {}
}

extension ConfigurationKey {
    fileprivate var path: AbsoluteConfigKey {
        AbsoluteConfigKey(rawValue.split(separator: ".").map(String.init))
    }
}

/// The keys of a file. The parser calls a closure for each key to ask whether it is secret; the closure notes the key.
private final class FoundKeys: Sendable {
    private let guarded = Mutex<[String]>([])

    func note(_ key: String) { guarded.withLock { $0.append(key) } }

    var all: [String] { guarded.withLock { $0.sorted() } }
}

/// Returns the least number of insertions, deletions and replacements that turn one text into another.
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
