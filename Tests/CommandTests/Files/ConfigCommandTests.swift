import Foundation
import Testing

@Suite("cadre config and help")
struct ConfigCommandTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    @Test("flag, environment, file and default take precedence in this order, each with its origin")
    func precedence() async throws {
        let file = try folder.file("c.yaml", "samples: 5\nnode: file\nlog.level: debug\n")
        let ended = try await BuiltProgram.run(
            ["config", "--json", "--config", file, "--samples", "7"],
            environment: ["CADRE_SAMPLES": "6", "CADRE_NODE": "env"])
        #expect(ended.status == 0, "\(ended.errors)")
        let settings = try JSON.object(ended.output)
        func setting(_ key: String) -> String {
            let values = JSON.value(settings, key, "values") as? [String] ?? []
            return "\(values.joined()) \(JSON.value(settings, key, "origin") as? String ?? "?")"
        }
        #expect(setting("samples") == "7 --samples")
        #expect(setting("node") == "env CADRE_NODE")
        #expect(setting("log.level") == "debug \(file)")
        #expect(setting("limits.missions") == "10000 default")
        #expect(setting("limits.weight") == "4000000 default")
    }

    @Test("invalid settings: 78, each with its expectation")
    func wrong() async throws {
        let ended = try await BuiltProgram.run(["config", "--samples", "many", "--intake", "http://x"])
        #expect(ended.status == 78)
        #expect(ended.errors.contains("samples (--samples)"))
        #expect(ended.errors.contains("intake (--intake)"))
    }

    @Test(
        "every command prints help and exits with 0",
        arguments: [
            [], ["serve"], ["config"], ["status"], ["submit"], ["publish"], ["watch"], ["get"], ["estimate"], ["check"],
            ["journal"], ["journal", "verify"], ["journal", "dump"], ["journal", "rejections"], ["journal", "backup"],
            ["journal", "restore"], ["demo"],
        ])
    func help(command: [String]) async throws {
        let ended = try await BuiltProgram.run(command + ["--help"])
        #expect(ended.status == 0)
        #expect(ended.output.contains("USAGE: cadre"))
        #expect(ended.errors.isEmpty)
    }

    @Test("an unknown command or an invalid endpoint: 64")
    func usage() async throws {
        #expect(try await BuiltProgram.run(["plan"]).status == 64)
        let ended = try await BuiltProgram.run(["status", "--control", "127.0.0.1:5572"])
        #expect(ended.status == 64)
        #expect(ended.errors.contains("127.0.0.1:5572"))
    }
}
