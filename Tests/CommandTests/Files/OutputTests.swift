import Foundation
import Testing

@Suite("standard streams that fail")
struct OutputTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    /// Runs a command line of a shell in which `cadre` is this build's.
    private func shell(_ line: String, environment: [String: String] = [:]) async throws -> Ended {
        let child = try Child(
            "/bin/sh", ["-c", "cadre() { \"$CADRE_PROGRAM_PATH\" \"$@\"; }\n" + line],
            environment: environment.merging(["CADRE_PROGRAM_PATH": BuiltProgram.path]) { $1 })
        return await child.ended(within: 60)
    }

    private func missionFile() throws -> String {
        let mission = SmallMission()
        return try folder.file("m.ndjson", (mission.definition + [mission.pledge("A", persons: 6)]).file)
    }

    private static let withoutDaemon = [
        "estimate FILE", "estimate FILE --format csv", "estimate FILE --format text", "check FILE", "check BAD --json",
        "report FILE --output -", "export --kind lines FILE", "config", "config --json", "--help", "--version",
        "help estimate",
    ]
    private static let withDaemon = [
        "submit FILE", "submit FILE --json", "get summary --json", "get summary", "get plan", "status",
        "status --json", "watch --count 1", "watch --count 1 --json", "explain filled --json",
        "diff 3 4 --json", "diff 3 4", "whatif FILE --json", "whatif FILE",
    ]
    private static let ofJournal = [
        "journal dump --data DATA", "journal verify --data DATA", "journal verify --json --data DATA",
        "journal rejections --data DATA", "journal rejections --json --data DATA --content",
    ]

    @Test(
        "failed output ends with 74 and an error, on a full device and a closed descriptor",
        arguments: ["/dev/full", "&-"])
    func fullOrClosed(_ target: String) async throws {
        let file = try missionFile()
        let daemon = try await RunningDaemon.start(in: folder)
        #expect(try await daemon.cadre(["submit", file]).status == 0)
        let settings = [
            "CADRE_CONTROL": daemon.control, "CADRE_INTAKE": daemon.intake, "CADRE_ESTIMATES": daemon.estimates,
        ]
        let bad = try folder.file("bad.ndjson", "{}\n")
        let rejected = try await daemon.submit(["{}"])
        #expect(rejected.status == 65)
        for command in Self.withoutDaemon + Self.withDaemon + Self.ofJournal {
            let line = [("FILE", file), ("BAD", bad), ("DATA", daemon.data)].reduce(command) {
                $0.replacing($1.0, with: $1.1)
            }
            let ended = try await shell("cadre \(line) >\(target)", environment: settings)
            #expect(ended.status == 74, "\(command): \(ended.errors)")
            #expect(ended.errors.contains("standard output"), "\(command): \(ended.errors)")
        }
    }

    @Test("a reader that disconnects is not an error")
    func brokenPipe() async throws {
        let file = try missionFile()
        let ended = try await shell("{ cadre estimate \(file); echo $? >&2; } | true")
        #expect(ended.errors == "0\n")
    }

    @Test("a closed standard input is named, and the other descriptors are unchanged")
    func closedInput() async throws {
        for command in ["estimate -", "check -", "submit -"] {
            let ended = try await shell("cadre \(command) <&-")
            #expect(ended.status == 66, "\(command)")
            #expect(ended.errors.contains("standard input is closed"), "\(ended.errors)")
        }
        let file = try missionFile()
        let allClosed = try await shell("cadre estimate \(file) <&- >&- 2>&-")
        #expect(allClosed.status == 74)
        // Without standard error the journal's files must not take its descriptor: log lines would be written there.
        let data = folder.path + "/closed"
        let daemon = try await shell(
            """
            "$CADRE_PROGRAM_PATH" serve --data \(data) --http off --intake 'tcp://127.0.0.1:*' --estimates 'tcp://127.0.0.1:*' \
            --control ipc://\(folder.path)/c <&- >&- 2>&- &
            pid=$!
            for i in 1 2 3 4 5 6 7 8 9 10; do
              CADRE_CONTROL=ipc://\(folder.path)/c cadre submit \(file) && break
            done
            kill -TERM $pid; wait $pid
            """)
        #expect(daemon.output.hasPrefix("4 accepted"), "\(daemon.output)\(daemon.errors)")
        let verified = try await BuiltProgram.run(["journal", "verify", "--data", data])
        #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    }
}
