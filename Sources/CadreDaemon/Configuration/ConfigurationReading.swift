import CadreContract
import CadrePlanning
import Glibc
import ZeroMQ

extension LoadedConfiguration {
    /// Reads and validates a configuration.
    /// - Throws: All problems of the configuration.
    public init(_ sources: ConfigurationSources) throws(ConfigurationProblems) {
        var reading = ConfigurationReading(sources)
        configuration = reading.configuration()
        settings = reading.settings
        unknownVariables = reading.unknownVariables
        guard reading.problems.isEmpty else { throw ConfigurationProblems(problems: reading.problems) }
    }
}

/// A configuration while it is read: looks each key up, the strongest source first, and gathers the problems.
private struct ConfigurationReading {
    private(set) var settings: [LoadedConfiguration.Setting] = []
    private(set) var problems: [ConfigurationProblem] = []
    private let layers: [ConfigurationLayer]
    private let environment: [String: String]

    init(_ sources: ConfigurationSources) {
        var problems: [ConfigurationProblem] = []
        var files: [String] = []
        if let file = sources.file
            ?? (access(ConfigurationSources.fileDefault, F_OK) == 0 ? ConfigurationSources.fileDefault : nil)
        {
            files = [file] + ConfigurationLayer.dropIns(of: file)
        }
        // A later file overrides an earlier one, so it is read first.
        let ofFiles = files.compactMap { ConfigurationLayer.file($0, problems: &problems) }.reversed()
        layers = [.flags(sources.flags), .environment(sources.environment)] + ofFiles
        environment = sources.environment
        self.problems = problems
    }

    var unknownVariables: [String] {
        let known = Set(ConfigurationKey.allCases.map(\.variable) + ["CADRE_CONFIG"])
        return environment.keys.filter { $0.hasPrefix("CADRE_") && !known.contains($0) }.sorted()
    }

    mutating func configuration() -> DaemonConfiguration {
        var result = DaemonConfiguration(data: dataDefault, node: ID(nodeDefault))
        for key in ConfigurationKey.allCases {
            if let (values, origin) = look(up: key) {
                settings.append(LoadedConfiguration.Setting(key: key, values: values, origin: origin))
                apply(key, values, origin, to: &result)
            } else {
                settings.append(
                    LoadedConfiguration.Setting(key: key, values: result.values(of: key), origin: "default"))
            }
        }
        checkTrust(result)
        return result
    }

    private mutating func look(up key: ConfigurationKey) -> (values: [String], origin: String)? {
        for layer in layers {
            do throws(ConfigurationProblem.Shape) {
                if let values = try layer.values(key) { return (values, layer.origin(key)) }
            } catch {
                report(key, layer.origin(key), found: "a list")
                return nil
            }
        }
        return nil
    }

    // MARK: Values

    private mutating func apply(
        _ key: ConfigurationKey, _ values: [String], _ origin: String, to result: inout DaemonConfiguration
    ) {
        let text = values.first ?? ""
        func number(_ range: ClosedRange<Int>) -> Int? { Int(text).flatMap { range.contains($0) ? $0 : nil } }
        let counts = 1...1_000_000
        switch key {
        case .data: set(text.isEmpty ? nil : text, \.data)
        case .node: set(DaemonConfiguration.isNodeName(text) ? ID(text) : nil, \.node)
        case .intake: set(endpoints(key, values, origin), \.intake)
        case .intakeConnect: set(endpoints(key, values, origin), \.intakeConnect)
        case .estimates: set(endpoints(key, values, origin, atLeastOne: true), \.estimates)
        case .control: set(endpoints(key, values, origin, atLeastOne: true), \.control)
        case .http:
            if text == "off" { result.http = nil } else { set(DaemonConfiguration.HTTPAddress(text), \.http) }
        case .samples: set(number(0...10_000), \.samples)
        case .planningVerify: set(DaemonConfiguration.Verification(rawValue: text), \.planningVerify)
        case .missions:
            let missions = values.map { DaemonConfiguration.isMission($0) ? ID<Mission>($0) : nil }
            if missions.contains(nil) { report(key, origin, found: values.joined(separator: ", ")) }
            let named = Set(missions.compactMap { $0 })
            result.missions = named.isEmpty ? nil : named
        case .replay: result.replay = replay(values, origin)
        case .networkTrusted:
            set(
                ["true": true, "yes": true, "1": true, "false": false, "no": false, "0": false][text],
                \.isNetworkTrusted)
        case .zeromqHeartbeat:
            if text == "off" {
                result.heartbeatSeconds = nil
            } else {
                set(number(DaemonLimits.heartbeatSeconds), \.heartbeatSeconds)
            }
        case .limitsMessageBytes: set(number(DaemonLimits.messageBytes), \.limits.messageBytes)
        case .limitsMissions: set(number(counts), \.limits.missions)
        case .limitsEntities: set(number(counts), \.limits.entities)
        case .limitsWeight: set(number(DaemonLimits.weight), \.limits.weight)
        case .limitsRequests: set(number(counts), \.limits.requests)
        case .logLevel: set(DaemonConfiguration.Log.Level(rawValue: text), \.log.level)
        case .logFormat: set(DaemonConfiguration.Log.Format(rawValue: text), \.log.format)
        }
        func set<Value>(_ value: Value?, _ path: WritableKeyPath<DaemonConfiguration, Value>) {
            if let value { result[keyPath: path] = value } else { report(key, origin, found: text) }
        }
        func set<Value>(_ value: Value?, _ path: WritableKeyPath<DaemonConfiguration, Value?>) {
            if let value { result[keyPath: path] = value } else { report(key, origin, found: text) }
        }
    }

    /// Returns the valid endpoints, and reports the others.
    private mutating func endpoints(
        _ key: ConfigurationKey, _ values: [String], _ origin: String, atLeastOne: Bool = false
    ) -> [Endpoint] {
        if atLeastOne ? values.isEmpty : false { report(key, origin, found: "none") }
        if values.count > DaemonLimits.endpointsMax { report(key, origin, found: "\(values.count) endpoints") }
        return values.compactMap { endpoint(key, $0, origin) }
    }

    private mutating func endpoint(_ key: ConfigurationKey, _ text: String, _ origin: String) -> Endpoint? {
        do throws(ZeroMQError) {
            let endpoint = try Endpoint(text)
            if endpoint.transport != .inproc { return endpoint }
            problems.append(
                ConfigurationProblem(
                    key: key.rawValue, origin: origin, found: text,
                    expected: "\(key.expected): no other process can reach inproc"))
        } catch {
            problems.append(
                ConfigurationProblem(
                    key: key.rawValue, origin: origin, found: text, expected: "\(key.expected): \(error.remedy)"))
        }
        return nil
    }

    private mutating func replay(_ values: [String], _ origin: String) -> [String: Endpoint] {
        var replay: [String: Endpoint] = [:]
        for value in values {
            // A source is a URI and may contain `=`.
            guard let sign = value.lastIndex(of: "="), sign > value.startIndex else {
                report(.replay, origin, found: value)
                continue
            }
            replay[String(value[..<sign])] = endpoint(.replay, String(value[value.index(after: sign)...]), origin)
        }
        return replay
    }

    /// Reports endpoints that other machines can reach, unless the network is trusted: peers are not authenticated yet.
    /// Source: CONTRACT § 7.
    private mutating func checkTrust(_ result: DaemonConfiguration) {
        guard !result.isNetworkTrusted else { return }
        for (key, endpoints) in [
            (ConfigurationKey.intake, result.intake), (.estimates, result.estimates), (.control, result.control),
        ] {
            for endpoint in endpoints where !endpoint.isLocal {
                let origin = settings.first { $0.key == key }?.origin ?? "default"
                problems.append(
                    ConfigurationProblem(
                        key: key.rawValue, origin: origin, found: "\(endpoint) can be reached from other machines",
                        expected:
                            "a numeric loopback address or ipc://, or network.trusted: true if every peer that can "
                            + "connect may speak for every nation"))
            }
        }
    }

    private mutating func report(_ key: ConfigurationKey, _ origin: String, found: String) {
        problems.append(
            ConfigurationProblem(key: key.rawValue, origin: origin, found: found, expected: key.expected))
    }

    // MARK: Defaults

    private var dataDefault: String {
        // systemd separates several folders by colons; the first is the state's.
        environment["STATE_DIRECTORY"]?.split(separator: ":").first.map(String.init) ?? "./cadre-data"
    }

    /// The host's name, converted to an identifier.
    private var nodeDefault: String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "cadre" }
        let host = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let name = host.prefix { $0 != "." }.map { DaemonConfiguration.isNodeName(String($0)) ? $0 : "-" }
        return name.isEmpty ? "cadre" : String(name.prefix(ContractLimits.identifierCharactersMax))
    }
}
