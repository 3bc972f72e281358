import CadrePlanning
import Testing
import ZeroMQ

@testable import CadreDaemon

@Suite("Configuration")
struct ConfigurationTests {
    let folder: TestFolder

    init() throws { folder = try TestFolder() }

    private func load(
        _ yaml: String = "", flags: [ConfigurationKey: [String]] = [:], environment: [String: String] = [:]
    ) throws -> LoadedConfiguration {
        let file = try folder.write(yaml, to: "cadre.yaml")
        return try LoadedConfiguration(ConfigurationSources(flags: flags, environment: environment, file: file))
    }

    private func problems(
        _ yaml: String = "", flags: [ConfigurationKey: [String]] = [:], environment: [String: String] = [:]
    ) -> [ConfigurationProblem] {
        do {
            _ = try load(yaml, flags: flags, environment: environment)
            return []
        } catch {
            return (error as? ConfigurationProblems)?.problems ?? []
        }
    }

    private func origin(_ key: ConfigurationKey, in loaded: LoadedConfiguration) -> String? {
        loaded.settings.first { $0.key == key }?.origin
    }

    @Test("a flag overrides the environment, which overrides the file, which overrides the default")
    func precedence() throws {
        let yaml = "samples: 1\nnode: of-file\nlimits.requests: 7\n"
        let loaded = try load(
            yaml, flags: [.samples: ["3"]], environment: ["CADRE_SAMPLES": "2", "CADRE_NODE": "of-environment"])
        #expect(loaded.configuration.samples == 3)
        #expect(loaded.configuration.node == ID("of-environment"))
        #expect(loaded.configuration.limits.requests == 7)
        #expect(origin(.samples, in: loaded) == "--samples")
        #expect(origin(.node, in: loaded) == "CADRE_NODE")
        #expect(origin(.limitsRequests, in: loaded) == folder.path + "/cadre.yaml")
        #expect(origin(.http, in: loaded) == "default")
        #expect(loaded.settings.map(\.key) == ConfigurationKey.allCases)
    }

    @Test("drop-ins are read in the order of their names, and a later one overrides")
    func dropIns() throws {
        _ = try folder.write("samples: 20\nnode: second", to: "cadre.yaml.d/20.yaml")
        _ = try folder.write("samples: 10\nlog: {level: debug}", to: "cadre.yaml.d/10.yaml")
        _ = try folder.write("samples: 99", to: "cadre.yaml.d/30.yaml.bak")
        let loaded = try load("samples: 5\nnode: first")
        #expect(loaded.configuration.samples == 20)
        #expect(loaded.configuration.node == ID("second"))
        #expect(loaded.configuration.log.level == .debug)
        #expect(origin(.logLevel, in: loaded) == folder.path + "/cadre.yaml.d/10.yaml")
    }

    @Test("lists are YAML lists in the file, repeated flags, and comma-separated in the environment")
    func lists() throws {
        let yaml = "intake: [\"tcp://127.0.0.1:1\", \"ipc:///tmp/a\"]\nintake.connect: [\"tcp://10.0.0.1:9\"]\n"
        let loaded = try load(
            yaml, flags: [.control: ["tcp://127.0.0.1:2", "tcp://127.0.0.1:3"]],
            environment: [
                "CADRE_MISSIONS": "A-1, B-2", "CADRE_REPLAY": "urn:x?a=b=tcp://127.0.0.1:7",
                "CADRE_LIMITS_MESSAGE_BYTES": "4096", "CADRE_LIMITS_WEIGHT": "5000",
            ])
        #expect(loaded.configuration.intake.map(\.description) == ["tcp://127.0.0.1:1", "ipc:///tmp/a"])
        #expect(loaded.configuration.intakeConnect.map(\.description) == ["tcp://10.0.0.1:9"])
        #expect(loaded.configuration.control.count == 2)
        #expect(loaded.configuration.missions == [ID("A-1"), ID("B-2")])
        #expect(loaded.configuration.replay == ["urn:x?a=b": try Endpoint("tcp://127.0.0.1:7")])
        #expect(loaded.configuration.limits.messageBytes == 4_096)
        #expect(loaded.configuration.limits.weight == 5_000)
    }

    @Test("a file without settings is valid; http may be off")
    func empty() throws {
        #expect(try load("# nothing\n\n").configuration.http?.description == "127.0.0.1:5573")
        #expect(try load("http: off\n").configuration.http == nil)
        #expect(try load("http: \"[::1]:80\"\n").configuration.http?.host == "::1")
    }

    @Test("heartbeats are given in seconds or off, for every socket")
    func heartbeat() throws {
        #expect(try load().configuration.heartbeat == SocketOptions.Heartbeat())
        let slow = try load("zeromq.heartbeat: 20\n").configuration
        #expect(slow.heartbeat?.interval == .seconds(20))
        #expect(slow.heartbeat?.timeout == .seconds(60))
        #expect(slow.intakeConfiguration.heartbeat == slow.heartbeat)
        let off = try load(environment: ["CADRE_ZEROMQ_HEARTBEAT": "off"])
        #expect(off.configuration.heartbeat == nil)
        #expect(off.settings.first { $0.key == .zeromqHeartbeat }?.values == ["off"])
        #expect(try load().settings.first { $0.key == .zeromqHeartbeat }?.values == ["5"])
    }

    @Test("systemd's data folder is the default if it is set")
    func stateDirectory() throws {
        #expect(try load(environment: ["STATE_DIRECTORY": "/var/lib/cadre:/x"]).configuration.data == "/var/lib/cadre")
        #expect(try load().configuration.data == "./cadre-data")
    }

    @Test(
        "an invalid value is reported with key, origin and expectation",
        arguments: [
            ("samples", "-1"), ("samples", "many"), ("zeromq.heartbeat", "0"), ("zeromq.heartbeat", "never"),
            ("node", "a b"), ("node", String(repeating: "x", count: 65)),
            ("http", "localhost"), ("http", "a:b:c"), ("network.trusted", "maybe"), ("limits.message-bytes", "12"),
            ("limits.requests", "0"), ("limits.weight", "0"), ("limits.weight", "many"), ("log.level", "loud"),
            ("log.format", "xml"), ("missions", "[a.b]"),
            ("intake", "[\"tcp://127.0.0.1\"]"), ("estimates", "[]"), ("control", "[\"inproc://x\"]"),
            ("replay", "[\"urn:x\"]"), ("data", "[a, b]"),
        ])
    func wrong(key: String, value: String) throws {
        let found = problems("\(key): \(value)\n")
        #expect(found.map(\.key) == [key])
        #expect(found.first?.origin == folder.path + "/cadre.yaml")
        #expect(found.first?.expected.isEmpty == false)
    }

    @Test("all problems of all origins are reported together")
    func several() {
        let found = problems("samples: x\nlog.level: y\n", flags: [.http: ["z"]], environment: ["CADRE_NODE": "a b"])
        #expect(Set(found.map(\.origin)) == ["--http", "CADRE_NODE", folder.path + "/cadre.yaml"])
        #expect(found.count == 4)
    }

    @Test("a misspelt key in a file is an error that suggests the correct one; a misspelt variable is reported")
    func unknownKeys() throws {
        let found = problems("sampels: 3\nlog: {levle: info}\n")
        #expect(found.map(\.key) == ["log.levle", "sampels"])
        #expect(found.last?.expected == "perhaps samples")
        #expect(try load(environment: ["CADRE_SAMPELS": "3", "HOME": "/"]).unknownVariables == ["CADRE_SAMPELS"])
    }

    @Test("an invalid or missing file is reported with its path")
    func unreadable() {
        #expect(problems("samples: [\n").map(\.origin) == [folder.path + "/cadre.yaml"])
        #expect(problems("- a\n").map(\.key) == [nil])
        #expect(throws: ConfigurationProblems.self) {
            try LoadedConfiguration(ConfigurationSources(environment: [:], file: folder.path + "/none.yaml"))
        }
    }

    @Test("without authentication only local peers are accepted, unless the network is trusted")
    func trust() throws {
        for endpoint in ["tcp://0.0.0.0:1", "tcp://*:1", "tcp://localhost:1", "tcp://[::]:1"] {
            #expect(problems(flags: [.control: [endpoint]]).map(\.origin) == ["--control"])
            #expect(try load(flags: [.control: [endpoint], .networkTrusted: ["true"]]).configuration.isNetworkTrusted)
        }
        #expect(try load(flags: [.intake: ["tcp://[::1]:1", "ipc:///tmp/x"]]).configuration.intake.count == 2)
        // Outgoing connections are the operator's decision.
        #expect(try load(flags: [.intakeConnect: ["tcp://192.0.2.1:5"]]).configuration.intakeConnect.count == 1)
    }
}
