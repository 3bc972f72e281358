import CadrePlanning

/// Where Cadre publishes what. Source: CONTRACT § 1.
public enum OutgoingTopic: Hashable, Sendable {
    case estimate(ID<Mission>, EstimateName)
    case alert(ID<Mission>, Alert.Code)
    case nodeAlert(ID<Node>, NodeAlertCode)
    /// Of a mission, where it is known which.
    case rejected(ID<Mission>?, RejectionReason)
    /// Of events of intake that a later one of the same entity superseded before they came.
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

    /// Whether a new subscription is answered with the last value: a rejection is news once.
    public var keepsLastValue: Bool {
        switch self {
        case .estimate, .alert, .nodeAlert, .status: true
        case .rejected, .superseded: false
        }
    }
}

/// In the order in which a new subscription is answered: a mission's estimates as the table of CONTRACT § 4 has them,
/// then alerts, then status.
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

/// The alerts that are a node's own, not a mission's. Source: CONTRACT § 4.
public enum NodeAlertCode: String, CaseIterable, Sendable {
    case sequenceGap = "sequence-gap"
    case clockJump = "clock-jump"
}
