import Glibc
import Testing

@testable import CadreJournal

@Suite("only the owner can access the files of a journal")
struct FileModeTests {
    let folder = DataFolder()

    private func mode(_ name: String) -> mode_t? {
        var status = stat()
        return stat(folder.path + "/" + name, &status) == 0 ? status.st_mode & 0o777 : nil
    }

    @Test("in a folder that all users can read, and if the files existed with more rights")
    func modes() async throws {
        chmod(folder.path, 0o755)
        let mask = umask(0o022)
        defer { umask(mask) }
        for run in 1...2 {
            let journal = try await folder.journal()
            _ = try await journal.append(arrivals(run * 10 + 1...run * 10 + 5))
            let reader = try await folder.reader()
            let store = try await SnapshotStore.open(folder: folder.path)
            try await store.write(sequence: run * 5, version: 1, payload: [1])
            try await reader.backUp(to: folder.path + "/backup-\(run).sqlite")
            let names = folder.names
            #expect(names.contains("journal.sqlite-wal") && names.contains("journal.sqlite-shm"))
            #expect(names.allSatisfy { mode($0) == 0o600 }, "\(names.map { ($0, mode($0)) })")
            try await store.close()
            try await reader.close()
            try await journal.close()
            chmod(folder.database, 0o644)
        }
        let backup = try await JournalReader.open(file: folder.path + "/backup-1.sqlite")
        try await backup.restore(into: folder.path, replacing: true)
        try await backup.close()
        #expect(mode("journal.sqlite") == 0o600)
        #expect(mode("journal.replaced-1.sqlite") == 0o600)
    }
}
