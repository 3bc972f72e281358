import CadreContract
import CadrePlanning
import CadreRuntime
import ZeroMQ

/// All settings of the daemon: validated, in types. Source: CONTRACT § 8.
public struct DaemonConfiguration: Equatable, Sendable {
    /// The folder with `journal.sqlite`.
    public var data: String
    /// The node's name in topics, sources and logs.
    public var node: ID<Node>
    /// The endpoints to which publishers connect.
    public var intake: [Endpoint]
    /// The endpoints of publishers that bind.
    public var intakeConnect: [Endpoint]
    public var estimates: [Endpoint]
    public var control: [Endpoint]
    /// The address on which HTTP is served, or `nil` if it is not.
    public var http: HTTPAddress?
    /// Samples of the ranges; 0: no ranges.
    public var samples: Int
    /// Whether each plan is compared with one from scratch.
    public var planningVerify: Verification
    /// The missions of this shard; `nil`: all.
    public var missions: Set<ID<Mission>>?
    /// The endpoint from which missing events are requested, by source.
    public var replay: [String: Endpoint]
    /// Whether endpoints that other machines can reach may be bound although peers are not authenticated.
    public var isNetworkTrusted: Bool
    /// Seconds between pings on connections of all three sockets; `nil`: no pings.
    public var heartbeatSeconds: Int?
    public var limits: Limits
    public var log: Log
    /// Bytes of estimates whose plans are kept. Not a setting; only tests change it.
    var planBytesKept = DaemonLimits.planBytesKept
    var snapshots = SnapshotSettings()

    /// The address on which HTTP is served.
    public struct HTTPAddress: Equatable, Sendable, CustomStringConvertible {
        public var host: String
        /// 0: any free one.
        public var port: Int

        public init(host: String, port: Int) {
            self.host = host
            self.port = port
        }

        public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
    }

    /// The comparison of plans with those from scratch.
    public enum Verification: String, CaseIterable, Sendable {
        case off
        /// Every plan: it takes as long as planning from scratch.
        case full
    }

    public struct Limits: Equatable, Sendable {
        /// Bytes of a message on intake and control.
        public var messageBytes = ContractLimits.eventBytesDefault
        public var missions = ContractLimits.missionsMax
        /// Entities of one mission.
        public var entities = ContractLimits.entitiesMax
        /// Entities times periods of one mission.
        public var weight = ContractLimits.weightMax
        /// Control requests in progress.
        public var requests = DaemonLimits.requestsDefault

        public init() {}

        /// The limits by which events are evaluated.
        var ofEntities: EntityLimits { EntityLimits(missions: missions, entities: entities, weight: weight) }
    }

    public struct Log: Equatable, Sendable {
        public enum Level: String, CaseIterable, Sendable { case trace, debug, info, notice, warning, error, critical }
        /// `automatic`: for the journal of systemd if it reads the log, else logfmt.
        public enum Format: String, CaseIterable, Sendable { case automatic = "auto", logfmt, json, journal }

        public var level = Level.info
        public var format = Format.automatic

        public init() {}
    }

    /// The defaults, for a data folder and a name.
    public init(data: String, node: ID<Node>) {
        self.data = data
        self.node = node
        intake = [Self.loopback(5570)]
        intakeConnect = []
        estimates = [Self.loopback(5571)]
        control = [Self.loopback(5572)]
        http = HTTPAddress(host: "127.0.0.1", port: 5573)
        samples = 200
        planningVerify = .off
        missions = nil
        replay = [:]
        isNetworkTrusted = false
        heartbeatSeconds = DaemonLimits.heartbeatSecondsDefault
        limits = Limits()
        log = Log()
    }

    private static func loopback(_ port: UInt16) -> Endpoint {
        do {
            return try .tcp("127.0.0.1", port: port)
        } catch {
            preconditionFailure("the default endpoint is invalid: \(error)")
        }
    }

    /// The heartbeat of the sockets, or `nil` if it is off.
    var heartbeat: SocketOptions.Heartbeat? {
        heartbeatSeconds.map { seconds in
            var heartbeat = SocketOptions.Heartbeat()
            heartbeat.interval = .seconds(seconds)
            heartbeat.timeout = .seconds(seconds * DaemonLimits.heartbeatsMissed)
            heartbeat.timeToLive = heartbeat.timeout
            return heartbeat
        }
    }

    var intakeConfiguration: IntakeConfiguration {
        IntakeConfiguration(
            bind: intake, connect: intakeConnect, missions: missions, eventBytesMax: limits.messageBytes,
            heartbeat: heartbeat)
    }
}
