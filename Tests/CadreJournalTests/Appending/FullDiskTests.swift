import Glibc
import Testing

@testable import CadreJournal

/// A temporary file system of a given size, unmounted with the value.
final class SmallDisk: Sendable {
    let path: String

    init(kibibytes: Int) throws {
        path = "/tmp/cadre-journal-disk-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        mkdir(path, 0o700)
        try #require(run("mount", ["-t", "tmpfs", "-o", "size=\(kibibytes)k", "tmpfs", path]))
    }

    deinit {
        _ = run("umount", ["-l", path])
        rmdir(path)
    }

    func remount(_ option: String) throws {
        try #require(run("mount", ["-o", "remount,\(option)", path]))
    }

    /// Whether a file system can be mounted, which requires root and is impossible in most containers.
    static let isAvailable: Bool = {
        guard getuid() == 0 else { return false }
        return (try? SmallDisk(kibibytes: 64)) != nil
    }()
}

/// Runs a program.
/// - Returns: Whether the program exited with 0.
private func run(_ program: String, _ arguments: [String]) -> Bool {
    var process = pid_t()
    var strings = ([program] + arguments).map { strdup($0) }
    strings.append(nil)
    defer { for string in strings { free(string) } }
    guard posix_spawnp(&process, program, nil, nil, strings, environ) == 0 else { return false }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status == 0
}

@Suite(.enabled(if: SmallDisk.isAvailable, "needs root and mount(8) for a small file system"))
struct FullDiskTests {
    @Test("a full disk refuses a batch as a whole, and the batch succeeds once there is space")
    func fullDisk() async throws {
        let disk = try SmallDisk(kibibytes: 2_048)
        let journal = try await Journal.open(folder: disk.path)
        var accepted = 0
        func batch() -> [PendingEvent] {
            (accepted + 1...accepted + 100).map { arrival("e\($0)", bytes: [UInt8](repeating: 7, count: 500)) }
        }
        // Another program's file, whose removal makes space.
        let ballast = disk.path + "/ballast"
        try WholeFile.write([[UInt8](repeating: 0, count: 1 << 20)], to: ballast)
        let failure = await #expect(throws: JournalError.self) {
            while true {
                _ = try await journal.append(batch())
                accepted += 100
            }
        }
        #expect(failure?.cause == .diskFull)
        try #require(accepted > 0)
        let reader = try await JournalReader.open(folder: disk.path)
        #expect(try await reader.newest() == accepted)
        #expect(try await reader.entries(rows: 10_000).count == accepted)

        unlink(ballast)
        #expect(try await journal.append(batch()).last == .accepted(sequence: accepted + 100))
        #expect(await reader.verify().isSound)
    }

    @Test("a snapshot that does not fit leaves the previous one unchanged")
    func snapshotTooLarge() async throws {
        let disk = try SmallDisk(kibibytes: 1_024)
        _ = try await Journal.open(folder: disk.path).append(arrivals(1...2))
        let store = try await SnapshotStore.open(folder: disk.path)
        try await store.write(sequence: 1, version: 1, payload: [1])
        let failure = await #expect(throws: JournalError.self) {
            try await store.write(sequence: 2, version: 1, payload: [UInt8](repeating: 0, count: 1 << 20))
        }
        #expect(failure?.cause == .diskFull)
        #expect(await store.read(version: 1) == .snapshot(sequence: 1, payload: [1]))
    }

    @Test("a read-only disk is reported as such, and a backup on it can be read")
    func readOnlyDisk() async throws {
        let disk = try SmallDisk(kibibytes: 1_024)
        let journal = try await Journal.open(folder: disk.path)
        _ = try await journal.append(arrivals(1...2))
        let writer = try await JournalReader.open(folder: disk.path)
        try await writer.backUp(to: disk.path + "/copy.sqlite")
        try await writer.close()
        try await journal.close()
        try disk.remount("ro")

        let failure = await #expect(throws: JournalError.self) {
            try await Journal.open(folder: disk.path)
        }
        #expect(failure?.cause == .readOnly)
        let backup = try await JournalReader.open(file: disk.path + "/copy.sqlite")
        #expect(try await backup.newest() == 2)
        #expect(await backup.verify().isSound)
    }
}
