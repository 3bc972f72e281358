/// A setting: key `a.b` of the file, flag `--a-b`, variable `CADRE_A_B`. Source: CONTRACT § 8.
public enum ConfigurationKey: String, CaseIterable, Sendable {
    case data
    case node
    case intake
    case intakeConnect = "intake.connect"
    case estimates
    case control
    case http
    case samples
    case planningVerify = "planning.verify"
    case missions
    case replay
    case networkTrusted = "network.trusted"
    case zeromqHeartbeat = "zeromq.heartbeat"
    case limitsMessageBytes = "limits.message-bytes"
    case limitsMissions = "limits.missions"
    case limitsEntities = "limits.entities"
    case limitsWeight = "limits.weight"
    case limitsRequests = "limits.requests"
    case logLevel = "log.level"
    case logFormat = "log.format"

    /// The name of the flag, without the two dashes.
    public var flag: String { String(rawValue.map { $0 == "." ? "-" : $0 }) }

    public var variable: String {
        "CADRE_" + rawValue.uppercased().map { $0 == "." || $0 == "-" ? "_" : String($0) }.joined()
    }

    /// Whether it takes several values: a flag that may be repeated, a list in the file, commas in the environment.
    public var isList: Bool {
        switch self {
        case .intake, .intakeConnect, .estimates, .control, .missions, .replay: true
        case .data, .node, .http, .samples, .planningVerify, .networkTrusted, .zeromqHeartbeat,
            .limitsMessageBytes, .limitsMissions, .limitsEntities, .limitsWeight, .limitsRequests, .logLevel,
            .logFormat:
            false
        }
    }

    /// The expected value, in a few words: for help and for errors.
    public var expected: String {
        switch self {
        case .data: "a folder"
        case .node: "a name of 1 to 64 of A-Z a-z 0-9 _ - ."
        case .intake, .estimates, .control: "endpoints to bind: tcp://ADDRESS:PORT or ipc:///PATH"
        case .intakeConnect: "endpoints to connect to: tcp://ADDRESS:PORT or ipc:///PATH"
        case .http: "HOST:PORT, or off"
        case .samples: "a whole number from 0 to 10000"
        case .planningVerify: DaemonConfiguration.Verification.allCases.map(\.rawValue).joined(separator: ", ")
        case .missions: "missions, each of 1 to 64 of A-Z a-z 0-9 _ -; none for all"
        case .replay: "SOURCE=ENDPOINT, the endpoint that answers journal.read for this source"
        case .networkTrusted: "true or false"
        case .zeromqHeartbeat:
            "seconds, a whole number from \(DaemonLimits.heartbeatSeconds.lowerBound) to "
                + "\(DaemonLimits.heartbeatSeconds.upperBound), or off"
        case .limitsMessageBytes:
            "bytes, a whole number from \(DaemonLimits.messageBytes.lowerBound) to "
                + "\(DaemonLimits.messageBytes.upperBound)"
        case .limitsMissions, .limitsEntities, .limitsRequests: "a whole number from 1 to 1000000"
        case .limitsWeight:
            "a whole number from \(DaemonLimits.weight.lowerBound) to \(DaemonLimits.weight.upperBound)"
        case .logLevel: DaemonConfiguration.Log.Level.allCases.map(\.rawValue).joined(separator: ", ")
        case .logFormat: DaemonConfiguration.Log.Format.allCases.map(\.rawValue).joined(separator: ", ")
        }
    }
}
