import CadrePlanning

/// The topics on which Cadre publishes. Source: CONTRACT § 1.
public enum OutgoingTopic: Hashable, Sendable {
    case estimate(ID<Mission>, EstimateName)
    case alert(ID<Mission>, Alert.Code)
    case nodeAlert(ID<Node>, NodeAlertCode)
    /// Rejections of events of a mission, or of an unknown mission.
    case rejected(ID<Mission>?, RejectionReason)
    /// Events of intake that were superseded by a later one of the same entity before they arrived.
    case superseded(ID<Mission>)
    case status(ID<Node>)

    /// The topic frame: `<kind>.<mission or node>.<key>`.
    public var text: String {
        switch self {
        case .estimate(let mission, let name): "estimate.\(mission).\(name.text)"
        case .alert(let mission, let code): "alert.\(mission).\(code.rawValue)"
        case .nodeAlert(let node, let code): "alert.\(node).\(code.rawValue)"
        case .rejected(let mission, let reason): "rejected.\(mission?.text ?? "_").\(reason.rawValue)"
        case .superseded(let mission): "rejected.\(mission).\(SupersededNotice.reason)"
        case .status(let node): "status.\(node)"
        }
    }

    /// Whether a new subscription is answered with the last value. A rejection is published only once.
    public var keepsLastValue: Bool {
        switch self {
        case .estimate, .alert, .nodeAlert, .status: true
        case .rejected, .superseded: false
        }
    }
}

/// The order in which a new subscription is answered: a mission's estimates in the order of CONTRACT § 4's table, then
/// alerts, then status.
extension OutgoingTopic: Comparable {
    public static func < (a: OutgoingTopic, b: OutgoingTopic) -> Bool {
        switch (a, b) {
        case (.estimate(let mission, let name), .estimate(let otherMission, let otherName)):
            mission != otherMission ? mission < otherMission : name < otherName
        case _ where a.group != b.group: a.group < b.group
        default: bytesPrecede(a.text, b.text)
        }
    }

    private var group: Int {
        switch self {
        case .estimate: 0
        case .alert: 1
        case .nodeAlert: 2
        case .rejected, .superseded: 3
        case .status: 4
        }
    }
}

/// The alerts of a node itself, not of a mission. Source: CONTRACT § 4.
public enum NodeAlertCode: String, CaseIterable, Sendable {
    case sequenceGap = "sequence-gap"
    case clockJump = "clock-jump"
}
