import CadrePlanning
import ZeroMQ

/// The settings of intake.
struct IntakeConfiguration: Equatable, Sendable {
    var bind: [Endpoint]
    var connect: [Endpoint]
    var missions: Set<ID<Mission>>?
    var eventBytesMax: Int
    var heartbeat: SocketOptions.Heartbeat?
}
