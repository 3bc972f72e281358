import Glibc

@testable import CadreJournal

/// A temporary data folder, removed with the value.
final class DataFolder: Sendable {
    let path: String

    init() {
        path = "/tmp/cadre-journal-test-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        mkdir(path, 0o700)
    }

    deinit {
        for name in names { unlink(path + "/" + name) }
        rmdir(path)
    }

    var database: String { path + "/journal.sqlite" }

    /// The names of its files, sorted.
    var names: [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    func journal() async throws -> Journal {
        try await Journal.open(folder: path)
    }

    func reader() async throws -> JournalReader {
        try await JournalReader.open(folder: path)
    }
}
