extension EntityRegister.Verdict {
    /// Why there is no room for an event; `nil` where there is.
    public func limit(for received: ReceivedEvent) -> Rejection? {
        switch self {
        case .stands, .superseded: nil
        case .tooManyMissions:
            Rejection(
                .limit, of: received, expected: "at most \(ContractLimits.missionsMax) missions",
                detail: "mission: this node has \(ContractLimits.missionsMax) missions already; use another node")
        case .tooManyEntities:
            Rejection(
                .limit, of: received, expected: "at most \(ContractLimits.entitiesMax) entities of a mission",
                detail: "the mission has \(ContractLimits.entitiesMax) entities already; split it")
        }
    }
}
