import CadrePlanning

/// The status of a node: `data` of `cadre.status.v1`, and with its endpoints the result of `node.status`.
/// Source: CONTRACT § 4.
public struct StatusNotice: Equatable, Sendable {
    public static let type = "cadre.status.v1"
    /// The interval of publication in seconds.
    public static let intervalSeconds = 10

    /// Cadre's version.
    public var version: String
    public var uptimeSeconds: Double
    /// The journal sequence of the newest event.
    public var revision: Int
    /// The newest revision of each mission.
    public var missions: [String: Int]
    /// The SHA-256 in hexadecimal digits of the last payload sent, per topic: it shows a subscriber what it missed.
    public var topics: [String: String]
    /// The number at which a source opened, per `SOURCE#EPOCH`: earlier ones do not count as missing.
    public var opened: [String: UInt64]
    /// The maximum number of entries of `opened`: the sources received last.
    public static let openedMax = 1_000
    /// Frequencies per second.
    public var rates: [String: Double]
    /// The length of each queue.
    public var queues: [String: Int]
    /// Numbers since the start.
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

    /// Returns the CloudEvent for `OutgoingTopic.status`; id `<node>/<start time>/<number>`.
    /// - Parameters:
    ///   - started: When the node started.
    ///   - number: The number of statuses sent since, this one included.
    ///   - time: The wall clock.
    public func event(node: ID<Node>, started: Instant, number: Int, time: Instant) -> [UInt8] {
        OutgoingEnvelope(type: Self.type, node: node, id: "\(node)/\(started.text)/\(number)", time: time)
            .event(dataBytes: 1_024 + topics.count * 128, of: self, Self.table)
    }
}

extension StatusNotice {
    static let empty = StatusNotice(version: "", uptimeSeconds: 0, revision: 0)

    /// The members of `data`.
    static let table = ObjectTable(
        "status", "The status of a node, every 10 s and at the end", from: empty, fields: fields)

    static let fields: [ObjectField<StatusNotice>] = [
        .required("version", \.version, .anyText, "Cadre's version"),
        .required("uptimeSeconds", \.uptimeSeconds, .amount, "The time since the start in seconds"),
        .required("revision", \.revision, .natural, "The journal sequence of the newest event"),
        .required(
            "missions", \.missions, .dictionary(names: .mission, of: .natural), "The newest revision per mission"),
        .required(
            "topics", \.topics, .dictionary(of: .digest), "The SHA-256 of the last payload sent, per topic"),
        .required(
            "opened", \.opened, .dictionary(of: .ownNumber),
            "The number at which a source opened, per `SOURCE#EPOCH`: earlier ones do not count as missing; the 1,000 "
                + "sources received last"),
        .required("rates", \.rates, .dictionary(of: .amount), "Frequencies per second"),
        .required("queues", \.queues, .dictionary(of: .natural), "The length of each queue"),
        .required("counters", \.counters, .dictionary(of: .natural), "Numbers since the start"),
    ]
}

extension Form where Value == String {
    /// 32 bytes in lower-case hexadecimal digits.
    fileprivate static let digest = Form(.name(.digest)) { json, node in
        json.text(node).flatMap { text in
            text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
                ? text : nil
        }
    } write: {
        $1.value($0)
    }
}
