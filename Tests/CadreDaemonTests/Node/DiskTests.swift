import CadreContract
import CadreDaemon
import CadrePlanning
import Foundation
import Testing

/// Tests that mount a small file system, which requires root: `make test` as root, as in CI, runs them.
@Suite(
    "A disk that fails", .enabled(if: geteuid() == 0, "not run: needs root to mount a small tmpfs"),
    .timeLimit(.minutes(2)))
struct DiskTests {
    let events = TestEvents()

    @Test("on a full disk no event is acknowledged, estimates continue, and the node recovers by itself")
    func full() async throws {
        let disk = try SmallDisk(mebibytes: 3)
        let daemon = try await TestDaemon(folder: disk.path + "/data")
        _ = try await daemon.submit(events.plan)
        let before = try await daemon.figures("T-1")
        let filler = try disk.fill()

        // Free space within the files may still hold some events; all acknowledged events must exist in the end.
        var acknowledged = 0
        var refusal: ControlError?
        while refusal == nil {
            do {
                let outcomes = try await daemon.submit((0..<50).map { events.pledge(acknowledged + $0) })
                #expect(outcomes.allSatisfy { $0.status == .accepted })
                acknowledged += outcomes.count
            } catch let error as ControlError {
                refusal = error
            }
        }
        #expect(refusal?.code == .internalError)
        #expect(daemon.daemon.health.state.faults[.journal] != nil)
        #expect(!daemon.daemon.health.state.isReady)
        // Now it is refused at once, and figures are still returned.
        await #expect(throws: ControlError.self) { try await daemon.submit([events.pledge(5_000)]) }
        #expect(try await daemon.figures("T-1").keys == before.keys)

        try FileManager.default.removeItem(atPath: filler)
        for await state in daemon.daemon.health.states() where state.isReady { break }
        let outcomes = try await daemon.submit((0..<acknowledged).map { events.pledge($0) } + [events.pledge(7_000)])
        #expect(outcomes.dropLast().allSatisfy { $0.status == .duplicate })
        #expect(outcomes.last?.status == .accepted)
        try await daemon.stop()
    }

    @Test("events that intake received while the disk was full are journaled when there is space")
    func intakeWaits() async throws {
        let disk = try SmallDisk(mebibytes: 3)
        let daemon = try await TestDaemon(folder: disk.path + "/data")
        _ = try await daemon.submit(events.plan)
        let filler = try disk.fill()
        let source = try await daemon.source()
        var number = 0
        let states = daemon.daemon.health.states()
        while daemon.daemon.health.state.isReady {
            number += 1
            try await source.send(events.pledgeTopic, events.pledge(number))
        }
        await #expect(throws: ControlError.self) { try await daemon.submit([events.pledge(number + 1)]) }
        try FileManager.default.removeItem(atPath: filler)
        for await state in states where state.isReady { break }
        // It uses the same connection, so that all earlier events have arrived when it has.
        try await source.send(
            events.planTopic, events.event("site.defined", id: "last", #""site":"LAST","name":"Last""#))
        while try await !daemon.knows("T-1", .site, "LAST") {}
        let outcomes = try await daemon.submit((1...number).map { events.pledge($0) })
        #expect(outcomes.allSatisfy { $0.status == .duplicate })
        try await daemon.stop()
    }
}

/// A small file system in memory.
private final class SmallDisk {
    let path: String

    init(mebibytes: Int) throws {
        path = TestDaemon.newFolder()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(mebibytes)m") == 0 else {
            throw TestFailure("no tmpfs: \(String(cString: strerror(errno)))")
        }
    }

    deinit {
        umount2(path, Int32(MNT_DETACH))
        rmdir(path)
    }

    /// Fills the file system and returns the path of the file that does so.
    func fill() throws -> String {
        let file = path + "/filler"
        let descriptor = open(file, O_WRONLY | O_CREAT, 0o600)
        guard descriptor >= 0 else { throw TestFailure("no filler: \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        let zeros = [UInt8](repeating: 0, count: 4_096)
        while write(descriptor, zeros, zeros.count) > 0 {}
        return file
    }
}
