import CadreContract
import CadrePlanning

/// The receivers of a committed batch.
struct AcceptanceReceivers: Sendable {
    let node: ID<Node>
    let missions: MissionDirectory
    let loss: LossWatch
    let publisher: Publisher
    let snapshots: SnapshotKeeper
}
