extension PlannedMission {
    /// Plans the same state from scratch and compares.
    /// - Returns: The names of the estimates that differ, such as `force.offered`; none unless Cadre has an error.
    public func differencesFromScratch(isStopped: () -> Bool = { false }) throws(Superseded) -> [String] {
        let scratch = try PlannedMission(
            unseated: documents, defaults: basis.defaults, after: nil, isStopped: isStopped)
        guard var scratch else { return ["summary"] }
        let isAssigned = estimates.scenarios.allSatisfy { $0.manning != nil }
        if isAssigned { try scratch.assign(isStopped: isStopped) }
        var names: [String] = []
        if estimates.summary != scratch.estimates.summary { names.append("summary") }
        for (mine, other) in zip(estimates.scenarios, scratch.estimates.scenarios) {
            if mine.force != other.force { names.append("force.\(mine.scenario.rawValue)") }
            if isAssigned, mine.manning != other.manning { names.append("manning.\(mine.scenario.rawValue)") }
            if mine.training != other.training { names.append("training.\(mine.scenario.rawValue)") }
            if mine.logistics != other.logistics { names.append("logistics.\(mine.scenario.rawValue)") }
        }
        return names
    }
}
