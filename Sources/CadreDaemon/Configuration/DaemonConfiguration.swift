import CadreContract
import CadrePlanning
import CadreRuntime
import ZeroMQ

/// Everything that the daemon is told: validated, in types. Source: CONTRACT § 8.
public struct DaemonConfiguration: Equatable, Sendable {
    /// The folder with `journal.sqlite`.
    public var data: String
    /// What this node is called in topics, sources and logs.
    public var node: ID<Node>
    /// Where publishers connect.
    public var intake: [Endpoint]
    /// Publishers that are bound themselves.
    public var intakeConnect: [Endpoint]
    public var estimates: [Endpoint]
    public var control: [Endpoint]
    /// Where HTTP is served; `nil`: not at all.
    public var http: HTTPAddress?
    /// Samples of the ranges; 0: no ranges.
    public var samples: Int
    /// Whether each plan is compared with one from nothing.
    public var planningVerify: Verification
    /// The missions of this shard; `nil`: all.
    public var missions: Set<ID<Mission>>?
    /// By source, the endpoint that is asked for what is missing of it.
    public var replay: [String: Endpoint]
    /// Whether endpoints beyond this machine may be bound although nobody proves who he is.
    public var isNetworkTrusted: Bool
    /// Seconds between pings on connections of all three sockets; `nil`: no pings.
    public var heartbeatSeconds: Int?
    public var limits: Limits
    public var log: Log
    /// Bytes of estimates whose plans are kept; no setting, but a test's.
    var planBytesKept = DaemonLimits.planBytesKept
    var snapshots = SnapshotSettings()

    /// Where HTTP is served.
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

    /// The comparison of plans with those from nothing.
    public enum Verification: String, CaseIterable, Sendable {
        case off
        /// Every plan: it takes as long as planning from nothing.
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
        /// Control requests under way.
        public var requests = DaemonLimits.requestsDefault

        public init() {}

        /// The limits by which events are judged.
        var ofEntities: EntityLimits { EntityLimits(missions: missions, entities: entities, weight: weight) }
    }

    public struct Log: Equatable, Sendable {
        public enum Level: String, CaseIterable, Sendable { case trace, debug, info, notice, warning, error, critical }
        /// `automatic`: for the journal of systemd where it reads, else logfmt.
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

    /// The heartbeat of the sockets, or `nil` if there is none.
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
