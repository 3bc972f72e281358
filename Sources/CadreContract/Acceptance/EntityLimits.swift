import CadrePlanning

/// The limits of a node's missions and of the entities of one mission, as configured. Source: CONTRACT § 2, `limit`.
public struct EntityLimits: Equatable, Sendable {
    /// The greatest number of missions.
    public var missions: Int
    /// The greatest number of entities of one mission.
    public var entities: Int
    /// The greatest weight of one mission: the number of its entities times its periods.
    public var weight: Int

    /// Creates limits of at least 1 each; by default those of the contract.
    public init(
        missions: Int = ContractLimits.missionsMax, entities: Int = ContractLimits.entitiesMax,
        weight: Int = ContractLimits.weightMax
    ) {
        precondition(missions >= 1 && entities >= 1 && weight >= 1)
        self.missions = missions
        self.entities = entities
        self.weight = weight
    }
}

/// A limit in force that an event would exceed.
public enum ExceededLimit: Equatable, Sendable {
    case missions(max: Int)
    case entities(max: Int)
    /// The weight that the mission would have.
    case weight(Int, max: Int)

    /// Returns the rejection of the event, with the limit in force in its text.
    public func rejection(of received: ReceivedEvent) -> Rejection {
        switch self {
        case .missions(let max):
            Rejection(
                .limit, of: received, expected: "at most \(max) missions",
                detail: "mission: the limit of this node is \(max) missions; use another node")
        case .entities(let max):
            Rejection(
                .limit, of: received, expected: "at most \(max) entities of a mission",
                detail: "the limit of a mission is \(max) entities; split the mission")
        case .weight(let weight, let max):
            Rejection(
                .limit, of: received, expected: "a mission of at most \(max) entities times periods",
                detail: "the limit of a mission is \(max) entities times periods, this event would make it \(weight); "
                    + "split the mission, or give it fewer periods")
        }
    }
}
