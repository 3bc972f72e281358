import Foundation

/// A temporary folder of one test, removed with the value.
final class TestFolder: Sendable {
    let path: String

    /// The parent of all folders of this process, removed with its content when the process ends.
    static let all: String = {
        let path = NSTemporaryDirectory() + "cadre-daemon-tests-\(getpid())/"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(atPath: TestFolder.all) }
        return path
    }()

    init() throws {
        path = TestFolder.all + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// Uses a folder that exists.
    init(existing path: String) { self.path = path }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws -> String {
        let file = path + "/" + name
        let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }
}
