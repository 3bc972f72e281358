/// The end of a mission's planning.
enum PlanOutcome: Sendable {
    case planned(ComputedPlan)
    /// There is no `mission.defined` yet.
    case undefined
    /// The daemon is stopping.
    case stopped

    var isStopped: Bool {
        switch self {
        case .stopped: true
        case .planned, .undefined: false
        }
    }
}
