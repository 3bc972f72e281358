import CadrePlanning

/// The whole state of one alert code, and what changed in it: `data` of `cadre.alert.v1`. Source: CONTRACT § 4.
///
/// ```swift
/// let notice = AlertNotice(code: Alert.Code.beds, from: published.openAlerts(.beds), to: computed.openAlerts(.beds))
/// if let notice { publish(notice) }
/// ```
public struct AlertNotice<Detail: AlertDetail>: Equatable, Sendable {
    public static var type: String { "cadre.alert.v1" }

    /// The code, as published: `beds`, `sequence-gap` …
    public internal(set) var code: String
    /// The open alerts, in the order of their keys' bytes.
    public internal(set) var open: [OpenAlert<Detail>]
    /// The keys that are open now and were not before.
    public internal(set) var raised: [String]
    /// The keys that were open before and are not now.
    public internal(set) var cleared: [String]

    /// Creates the notice that `old` became `new`, or `nil` if nothing changed.
    ///
    /// If only a period or a detail changed, nothing is raised or cleared, but the state is published again: the last
    /// value must be valid.
    public init?<Code: RawRepresentable<String>>(
        code: Code, from old: [OpenAlert<Detail>], to new: [OpenAlert<Detail>]
    ) {
        let old = old.sorted { bytesPrecede($0.key, $1.key) }
        let new = new.sorted { bytesPrecede($0.key, $1.key) }
        guard old != new else { return nil }
        self.code = code.rawValue
        open = new
        raised = Self.keys(of: new, notIn: old)
        cleared = Self.keys(of: old, notIn: new)
    }

    /// Creates the notice of a state with nothing raised or cleared, which a restarted node publishes.
    public init<Code: RawRepresentable<String>>(code: Code, open: [OpenAlert<Detail>]) {
        self.code = code.rawValue
        self.open = open.sorted { bytesPrecede($0.key, $1.key) }
        raised = []
        cleared = []
    }

    private static func keys(of alerts: [OpenAlert<Detail>], notIn others: [OpenAlert<Detail>]) -> [String] {
        let known = Set(others.map(\.key))
        return alerts.map(\.key).filter { !known.contains($0) }
    }
}

extension AlertNotice {
    /// The members of `data`.
    static var table: ObjectTable<AlertNotice> { Detail.tables.notice }
}

extension AlertNotice where Detail == String {
    /// Returns the CloudEvent about a mission, for `OutgoingTopic.alert`; id `<mission>/alert.<code>/<revision>`.
    /// - Parameters:
    ///   - head: The head of the state in which the alerts are open.
    ///   - number: The number of this document among those of the code and revision; more than 1 is appended to the id.
    public func event(_ head: EstimateHead, node: ID<Node>, number: Int = 1) -> [UInt8] {
        let id = "\(head.mission)/alert.\(code)/\(head.revision)"
        return OutgoingEnvelope(
            type: Self.type, node: node, id: number == 1 ? id : "\(id)/\(number)", time: head.asOf, cause: head.cause
        ).event(of: self, Self.table)
    }
}

extension AlertNotice {
    /// Returns the CloudEvent about the node itself, for `OutgoingTopic.nodeAlert`; id `<node>/<start time>/alert.<code>/<n>`.
    /// - Parameters:
    ///   - started: The start time of the node.
    ///   - number: The number of alerts of this code sent since, including this one.
    ///   - time: The wall clock.
    public func event(node: ID<Node>, started: Instant, number: Int, time: Instant) -> [UInt8] {
        OutgoingEnvelope(
            type: Self.type, node: node, id: "\(node)/\(started.text)/alert.\(code)/\(number)", time: time
        ).event(of: self, Self.table)
    }
}
