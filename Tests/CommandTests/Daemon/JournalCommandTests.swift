import Foundation
import Testing

@Suite("cadre journal")
struct JournalCommandTests {
    private let folder: TestFolder
    private let mission = SmallMission()

    init() throws { folder = try TestFolder() }

    @Test("dump prints the received bytes and verify finds them sound, also while a daemon runs")
    func dumped() async throws {
        let daemon = try await RunningDaemon.start(in: folder)
        let events = mission.definition + [mission.pledge("A", persons: 6), SmallMission(name: "m2").definition[0]]
        _ = try await daemon.submit(events)
        let dump = try await BuiltProgram.run(["journal", "dump", "--data", daemon.data])
        #expect(dump.status == 0)
        #expect(dump.output == events.file)
        let part = try await BuiltProgram.run([
            "journal", "dump", "--data", daemon.data, "--mission", "m2", "--after", "1",
        ])
        #expect(part.output == [events[4]].file)
        let verified = try await BuiltProgram.run(["journal", "verify", "--data", daemon.data])
        #expect(verified.status == 0)
        #expect(verified.output.contains("5 events"))
    }

    @Test("a backup is restored elsewhere, and replaces a journal only if permitted")
    func copied() async throws {
        let daemon = try await RunningDaemon.start(in: folder)
        _ = try await daemon.submit(mission.definition)
        let backup = folder.path + "/backup.sqlite"
        #expect(try await BuiltProgram.run(["journal", "backup", "--data", daemon.data, backup]).status == 0)
        #expect(try await BuiltProgram.run(["journal", "backup", "--data", daemon.data, backup]).status == 73)
        let other = folder.path + "/other"
        #expect(try await BuiltProgram.run(["journal", "restore", "--data", other, backup]).status == 0)
        let dump = try await BuiltProgram.run(["journal", "dump", "--data", other])
        #expect(dump.output == mission.definition.file)
        #expect(try await BuiltProgram.run(["journal", "restore", "--data", other, backup]).status == 73)
    }

    @Test("a flipped bit is detected: 65, with the event's sequence")
    func damaged() async throws {
        let daemon = try await RunningDaemon.start(in: folder)
        _ = try await daemon.submit(mission.definition)
        daemon.send(SIGTERM)
        #expect(await daemon.ended().status == 0)
        let file = URL(filePath: daemon.data + "/journal.sqlite")
        var bytes = try Data(contentsOf: file)
        let place = try #require(bytes.range(of: Data("Camp".utf8)))
        bytes[place.lowerBound] ^= 1
        try bytes.write(to: file)
        let ended = try await BuiltProgram.run(["journal", "verify", "--data", daemon.data])
        #expect(ended.status == 65)
        #expect(ended.output.contains("event 2"))
    }

    @Test("a missing journal: 66")
    func missing() async throws {
        for command in ["verify", "dump", "rejections"] {
            let ended = try await BuiltProgram.run(["journal", command, "--data", folder.path + "/none"])
            #expect(ended.status == 66, "\(command)")
            #expect(ended.errors.contains("none"))
        }
    }
}
