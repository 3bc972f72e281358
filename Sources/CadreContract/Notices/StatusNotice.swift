import CadreJSON
import CadrePlanning

/// How a node is: `data` of `cadre.status.v1`, and with its endpoints the result of `node.status`.
/// Source: CONTRACT § 4.
public struct StatusNotice: Equatable, Sendable {
    public static let type = "cadre.status.v1"
    /// How often it is published.
    public static let intervalSeconds = 10

    /// Cadre's own.
    public var version: String
    public var uptimeSeconds: Double
    /// Journal sequence of the newest event.
    public var revision: Int
    /// The newest revision of each mission.
    public var missions: [String: Int]
    /// By topic, the SHA-256 in hex of the last payload sent: a subscriber sees by it what it missed.
    public var topics: [String: String]
    /// By SOURCE#EPOCH, the number at which it opened: earlier ones do not count as missing.
    public var opened: [String: UInt64]
    /// The most entries of `opened`: the sources that were heard of last.
    public static let openedMax = 1_000
    /// What happens how often, a second.
    public var rates: [String: Double]
    /// How much waits where.
    public var queues: [String: Int]
    /// What has happened how often since the start.
    public var counters: [String: Int]

    public init(
        version: String, uptimeSeconds: Double, revision: Int, missions: [String: Int] = [:],
        topics: [String: String] = [:], opened: [String: UInt64] = [:],
        rates: [String: Double] = [:], queues: [String: Int] = [:],
        counters: [String: Int] = [:]
    ) {
        self.version = version
        self.uptimeSeconds = uptimeSeconds
        self.revision = revision
        self.missions = missions
        self.topics = topics
        self.opened = opened
        self.rates = rates
        self.queues = queues
        self.counters = counters
    }

    /// The CloudEvent for `OutgoingTopic.status`; id `<node>/<start time>/<number>`.
    /// - Parameters:
    ///   - started: When the node started.
    ///   - number: How many statuses it has sent since, this one included.
    ///   - time: The wall clock.
    public func event(node: ID<Node>, started: Instant, number: Int, time: Instant) -> [UInt8] {
        OutgoingEnvelope(type: Self.type, node: node, id: "\(node)/\(started.text)/\(number)", time: time)
            .event(dataBytes: 1_024 + topics.count * 128) { $0.value(self) }
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("version", version)
        writer.member("uptimeSeconds", uptimeSeconds)
        writer.member("revision", revision)
        writer.member("missions", missions)
        writer.member("topics", topics)
        writer.member("opened", opened)
        writer.member("rates", rates)
        writer.member("queues", queues)
        writer.member("counters", counters)
    }
}

extension StatusNotice: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object(writeMembers)
    }
}
