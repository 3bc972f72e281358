import Foundation

/// The repository that these tests were built from.
enum SourceTree {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The Swift files below a folder of the repository, by path.
    static func swiftFiles(below folder: String) throws -> [SourceFile] {
        try files(below: folder, withExtensions: ["swift"])
    }

    /// The text files below a folder of the repository, by path.
    static func files(below folder: String, withExtensions extensions: Set<String>) throws -> [SourceFile] {
        let top = root.appending(path: folder).resolvingSymlinksInPath()
        let found = FileManager.default.enumerator(at: top, includingPropertiesForKeys: nil)
        guard let found else { throw CocoaError(.fileNoSuchFile) }
        return try found.compactMap { $0 as? URL }
            .filter { extensions.contains($0.pathExtension) }
            .map { url in
                let path = folder + url.resolvingSymlinksInPath().path.dropFirst(top.path.count)
                return SourceFile(path: path, text: try String(contentsOf: url, encoding: .utf8))
            }
            .sorted { $0.path < $1.path }
    }

    /// The folders directly below a folder of the repository.
    static func folders(below folder: String) throws -> Set<String> {
        let top = root.appending(path: folder).resolvingSymlinksInPath()
        let entries = try FileManager.default.contentsOfDirectory(at: top, includingPropertiesForKeys: nil)
        return Set(entries.filter { $0.hasDirectoryPath }.map(\.lastPathComponent))
    }

    /// Returns whether a file or folder of this path, below the repository, exists.
    static func contains(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    static func text(of file: String) throws -> String {
        try String(contentsOf: root.appending(path: file), encoding: .utf8)
    }
}
