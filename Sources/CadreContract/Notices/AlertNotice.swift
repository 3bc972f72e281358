import CadreJSON
import CadrePlanning

/// The whole state of one alert code, and what moved in it: `data` of `cadre.alert.v1`. Source: CONTRACT § 4.
///
/// ```swift
/// let notice = AlertNotice(code: Alert.Code.beds, from: published.openAlerts(.beds), to: computed.openAlerts(.beds))
/// if let notice { publish(notice) }
/// ```
public struct AlertNotice<Detail: Equatable & Sendable & JSONWritable>: Equatable, Sendable {
    public static var type: String { "cadre.alert.v1" }

    /// As it is published: `beds`, `sequence-gap` …
    public let code: String
    /// In the order of their keys' bytes.
    public let open: [OpenAlert<Detail>]
    /// Keys that are open now and were not.
    public let raised: [String]
    /// Keys that were open and are not now.
    public let cleared: [String]

    /// What to say when `old` becomes `new`.
    /// - Returns: `nil` where nothing moved. Where only a period or a detail did, nothing is raised or cleared, but the
    ///   state is said again: the last value must hold.
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

    /// The state as it stands, with nothing raised or cleared: what a restarted node answers subscriptions with.
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

extension AlertNotice: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("code", code)
            $0.member("open", open)
            $0.member("raised", raised)
            $0.member("cleared", cleared)
        }
    }
}

extension AlertNotice where Detail == String {
    /// The CloudEvent about a mission, for `OutgoingTopic.alert`; id `<mission>/alert.<code>/<revision>`.
    /// - Parameters:
    ///   - head: Of the state in which the alerts are open.
    ///   - number: The number of this document among those of the code and revision; more than 1 is appended to the id.
    public func event(_ head: EstimateHead, node: ID<Node>, number: Int = 1) -> [UInt8] {
        let id = "\(head.mission)/alert.\(code)/\(head.revision)"
        return OutgoingEnvelope(
            type: Self.type, node: node, id: number == 1 ? id : "\(id)/\(number)", time: head.asOf, cause: head.cause
        ).event { $0.value(self) }
    }
}

extension AlertNotice {
    /// The CloudEvent about the node itself, for `OutgoingTopic.nodeAlert`; id `<node>/<start time>/alert.<code>/<n>`.
    /// - Parameters:
    ///   - started: When the node started.
    ///   - number: How many alerts of this code it has sent since, this one included.
    ///   - time: The wall clock.
    public func event(node: ID<Node>, started: Instant, number: Int, time: Instant) -> [UInt8] {
        OutgoingEnvelope(
            type: Self.type, node: node, id: "\(node)/\(started.text)/alert.\(code)/\(number)", time: time
        ).event { $0.value(self) }
    }
}
