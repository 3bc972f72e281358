import CadreContract
import CadrePlanning

/// The settings of planning, the same for all missions.
struct PlanningSettings: Sendable {
    let node: ID<Node>
    /// The number of samples of each range; 0 for no ranges.
    let samples: Int
    let verification: DaemonConfiguration.Verification
    /// Bytes of estimates whose plans are kept.
    let planBytesKept: Int

    init(_ configuration: DaemonConfiguration) {
        node = configuration.node
        samples = configuration.samples
        verification = configuration.planningVerify
        planBytesKept = configuration.planBytesKept
    }
}
