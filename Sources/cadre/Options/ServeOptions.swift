import ArgumentParser
import CadreDaemon
import Glibc

/// The settings of a daemon as flags, one per key of the configuration. Source: CONTRACT § 8.
struct ServeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The configuration file. Also CADRE_CONFIG; else /etc/cadre/cadre.yaml, if it exists.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("The folder of the journal (journal.sqlite).", valueName: "folder"))
    var data: String?

    @Option(help: ArgumentHelp("The name of this node.", valueName: "name"))
    var node: String?

    @Option(help: ArgumentHelp("The endpoint to which publishers connect; repeatable.", valueName: "endpoint"))
    var intake: [String] = []

    @Option(name: .long, help: ArgumentHelp("The endpoint of a bound publisher; repeatable.", valueName: "endpoint"))
    var intakeConnect: [String] = []

    @Option(help: ArgumentHelp("The endpoint for published documents; repeatable.", valueName: "endpoint"))
    var estimates: [String] = []

    @Option(help: ArgumentHelp("The endpoint for requests; repeatable.", valueName: "endpoint"))
    var control: [String] = []

    @Option(help: ArgumentHelp("The address of /livez, /readyz and /metrics, or off.", valueName: "host:port"))
    var http: String?

    @Option(help: ArgumentHelp("The number of samples of the ranges; 0 for none.", valueName: "count"))
    var samples: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The verification of plans: full compares each with a plan from scratch.", valueName: "off|full"))
    var planningVerify: String?

    @Option(help: ArgumentHelp("The only mission to plan; repeatable.", valueName: "mission"))
    var missions: [String] = []

    @Option(
        help: ArgumentHelp(
            "The endpoint that supplies missing events of a source; repeatable.", valueName: "source=endpoint"))
    var replay: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("Whether to allow unauthenticated remote peers.", valueName: "true|false"))
    var networkTrusted: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The time between pings on ZeroMQ connections, or off.", valueName: "seconds|off"))
    var zeromqHeartbeat: String?

    @Option(name: .long, help: ArgumentHelp("The maximum size of a message on intake and control.", valueName: "bytes"))
    var limitsMessageBytes: String?

    @Option(name: .long, help: ArgumentHelp("The maximum number of missions.", valueName: "count"))
    var limitsMissions: String?

    @Option(name: .long, help: ArgumentHelp("The maximum number of entities per mission.", valueName: "count"))
    var limitsEntities: String?

    @Option(name: .long, help: ArgumentHelp("The maximum of entities times periods per mission.", valueName: "count"))
    var limitsWeight: String?

    @Option(name: .long, help: ArgumentHelp("The maximum number of concurrent control requests.", valueName: "count"))
    var limitsRequests: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The level: trace, debug, info, notice, warning, error or critical.", valueName: "level"))
    var logLevel: String?

    @Option(name: .long, help: ArgumentHelp("The format: auto, logfmt, json or journal.", valueName: "format"))
    var logFormat: String?

    /// The flags, environment and file, which the daemon reads at start and at reload.
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
