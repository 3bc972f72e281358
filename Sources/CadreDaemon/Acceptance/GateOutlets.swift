import CadreContract
import CadrePlanning

/// The receivers of a committed batch.
struct GateOutlets: Sendable {
    let node: ID<Node>
    let missions: MissionDirectory
    let loss: LossWatch
    let publisher: Publisher
}
