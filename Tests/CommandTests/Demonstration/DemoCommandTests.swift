import Foundation
import Testing

@Suite("cadre demo")
struct DemoCommandTests {
    @Test("without a terminal the demo reports its steps in ten lines, ends its daemon and exits with 0")
    func story() async throws {
        let folder = try TestFolder()
        let mission = SmallMission()
        let events =
            mission.definition + [mission.pledge("A", persons: 6), mission.pledge("B", persons: 3, second: 60)]
        let file = try folder.file("e.ndjson", events.file)
        let ended = try await BuiltProgram.run(
            ["demo", "--mission-file", file], environment: ["TMPDIR": folder.path], seconds: 120)
        #expect(ended.status == 0, "\(ended.errors)")
        let parts = ended.output.split(separator: "\n\n")
        let story = try #require(parts.first).split(separator: "\n")
        #expect(story.count == 10)
        #expect(story.first == "5 events, 2023-12-01 to 2023-12-01: 1 nations, 9 people indicated, offered or sent.")
        #expect(story[4].contains("NOR/A confirmed: 6 trainer.army"))
        #expect(parts.last?.contains("cadre watch estimate.m1") == true)
        #expect(!ended.output.contains("\u{1B}"), "without a terminal there are no control sequences")
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(left == ["e.ndjson"], "its folder is removed")
    }

    /// A program that runs the demo in a terminal of 80 by 24, waits for a word, presses Ctrl-C, and prints the output
    /// and the exit code.
    private static let terminal = """
        import fcntl, os, pty, struct, sys, termios
        word, command = sys.argv[1].encode(), sys.argv[2:]
        child, terminal = pty.fork()
        if child == 0: os.execv(command[0], command)
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack('HHHH', 24, 80, 0, 0))
        written, pressed = b'', False
        while True:
            try: part = os.read(terminal, 65536)
            except OSError: break
            if not part: break
            written += part
            if word in written and not pressed:
                pressed = True
                os.write(terminal, b'\\x03')
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        sys.stdout.buffer.write(written + b'\\nexit %d' % status)
        """

    @Test(
        "on a terminal the demo draws, runs until Ctrl-C, and restores the screen",
        arguments: [
            "The daemon runs until Ctrl-C", "STRENGTH",
        ])
    func onTerminal(word: String) async throws {
        let folder = try TestFolder()
        let mission = SmallMission()
        let pledges = (0..<20).map { mission.pledge("P\($0)", persons: 1, second: $0) }
        let file = try folder.file("e.ndjson", (mission.definition + pledges).file)
        let session = try Child(
            "/usr/bin/python3",
            ["-c", Self.terminal, word, BuiltProgram.path, "demo", "--pace", "20", "--mission-file", file],
            environment: ["TMPDIR": folder.path, "TERM": "xterm"])
        let ended = await session.ended(within: 120)
        #expect(ended.output.hasSuffix("exit 0"), "\(ended.output.suffix(300))\(ended.errors)")
        #expect(ended.output.contains("\u{1B}[?1049h") && ended.output.contains("STRENGTH"))
        let restored = try #require(ended.output.range(of: "\u{1B}[?1049l"))
        #expect(!ended.output[restored.upperBound...].contains("\u{1B}[?"), "no output after the screen is restored")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["e.ndjson"])
    }

    @Test("a rejected event ends the demo: 65")
    func rejected() async throws {
        let folder = try TestFolder()
        let file = try folder.file("e.ndjson", SmallMission().event("site.defined", id: "x", "\"site\":1") + "\n")
        let ended = try await BuiltProgram.run(["demo", "--mission-file", file], seconds: 120)
        #expect(ended.status == 65)
        #expect(ended.errors.contains("event 1 (x): schema: site"))
    }
}
