/// The result of planning a state.
enum PlanOutcome<Plan: Sendable>: Sendable {
    case planned(Plan)
    /// There is no `mission.defined` yet.
    case undefined
    /// The daemon is stopping.
    case stopped

    /// The plan, or `nil` if the mission is undefined or the daemon is stopping.
    var plan: Plan? {
        switch self {
        case .planned(let plan): plan
        case .undefined, .stopped: nil
        }
    }
}
