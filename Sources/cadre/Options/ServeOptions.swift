import ArgumentParser
import CadreDaemon
import Glibc

/// The settings of a daemon, as flags: each stands for a key of the configuration. Source: CONTRACT § 8.
struct ServeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The configuration. Also CADRE_CONFIG; else /etc/cadre/cadre.yaml, where it exists.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("The folder of the journal (journal.sqlite).", valueName: "folder"))
    var data: String?

    @Option(help: ArgumentHelp("What this node is called.", valueName: "name"))
    var node: String?

    @Option(help: ArgumentHelp("Where publishers connect; repeatable.", valueName: "endpoint"))
    var intake: [String] = []

    @Option(name: .long, help: ArgumentHelp("A publisher that is bound itself; repeatable.", valueName: "endpoint"))
    var intakeConnect: [String] = []

    @Option(help: ArgumentHelp("Where everything is published; repeatable.", valueName: "endpoint"))
    var estimates: [String] = []

    @Option(help: ArgumentHelp("Where requests are answered; repeatable.", valueName: "endpoint"))
    var control: [String] = []

    @Option(help: ArgumentHelp("Where /livez, /readyz and /metrics are served, or off.", valueName: "host:port"))
    var http: String?

    @Option(help: ArgumentHelp("Samples of the ranges; 0: none.", valueName: "count"))
    var samples: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "full: compare every plan with one from scratch; off: do not.", valueName: "off|full"))
    var planningVerify: String?

    @Option(help: ArgumentHelp("Plan this mission alone; repeatable.", valueName: "mission"))
    var missions: [String] = []

    @Option(
        help: ArgumentHelp(
            "Whom to ask for what is missing of a source; repeatable.", valueName: "source=endpoint"))
    var replay: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("Bind beyond this machine although nobody proves who he is.", valueName: "true|false"))
    var networkTrusted: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Seconds between pings on ZeroMQ connections, or off.", valueName: "seconds|off"))
    var zeromqHeartbeat: String?

    @Option(name: .long, help: ArgumentHelp("Bytes of a message on intake and control.", valueName: "bytes"))
    var limitsMessageBytes: String?

    @Option(name: .long, help: ArgumentHelp("Missions at most.", valueName: "count"))
    var limitsMissions: String?

    @Option(name: .long, help: ArgumentHelp("Entities of one mission at most.", valueName: "count"))
    var limitsEntities: String?

    @Option(name: .long, help: ArgumentHelp("Entities times periods of one mission at most.", valueName: "count"))
    var limitsWeight: String?

    @Option(name: .long, help: ArgumentHelp("Control requests under way at most.", valueName: "count"))
    var limitsRequests: String?

    @Option(
        name: .long, help: ArgumentHelp("trace, debug, info, notice, warning, error or critical.", valueName: "level"))
    var logLevel: String?

    @Option(name: .long, help: ArgumentHelp("auto, logfmt, json or journal.", valueName: "format"))
    var logFormat: String?

    /// Flags, environment and file, for the daemon to read and to read again.
    var sources: ConfigurationSources {
        var flags: [ConfigurationKey: [String]] = [:]
        for key in ConfigurationKey.allCases {
            let values = values(of: key)
            if !values.isEmpty { flags[key] = values }
        }
        return ConfigurationSources(flags: flags, environment: Self.environment, file: config)
    }

    private func values(of key: ConfigurationKey) -> [String] {
        func one(_ value: String?) -> [String] { value.map { [$0] } ?? [] }
        return switch key {
        case .data: one(data)
        case .node: one(node)
        case .intake: intake
        case .intakeConnect: intakeConnect
        case .estimates: estimates
        case .control: control
        case .http: one(http)
        case .samples: one(samples)
        case .missions: missions
        case .replay: replay
        case .networkTrusted: one(networkTrusted)
        case .planningVerify: one(planningVerify)
        case .zeromqHeartbeat: one(zeromqHeartbeat)
        case .limitsMessageBytes: one(limitsMessageBytes)
        case .limitsMissions: one(limitsMissions)
        case .limitsEntities: one(limitsEntities)
        case .limitsWeight: one(limitsWeight)
        case .limitsRequests: one(limitsRequests)
        case .logLevel: one(logLevel)
        case .logFormat: one(logFormat)
        }
    }

    private static var environment: [String: String] {
        var environment: [String: String] = [:]
        var entry = environ
        while let text = entry.pointee {
            let parts = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { environment[String(parts[0])] = String(parts[1]) }
            entry = entry.advanced(by: 1)
        }
        return environment
    }
}
