import CadreContract
import Logging
import ZeroMQ

/// The three sockets, the threads that own them, and the context they are of.
struct NodeSockets: Sendable {
    let context: Context
    /// Intake alone: a flood of events does not make answers wait.
    let eventThread: SocketThread
    let answerThread: SocketThread
    let intake: Intake
    let publisher: Publisher
    let control: ControlServer

    /// Binds all of them; events are taken in last, when everything is there to take them.
    func bind(_ configuration: DaemonConfiguration) async throws(ZeroMQError) -> NodeStatus.Endpoints {
        let estimates = try await publisher.bind(
            context, to: configuration.estimates, heartbeat: configuration.heartbeat)
        let control = try await control.bind(
            context, to: configuration.control, heartbeat: configuration.heartbeat)
        let intake = try await intake.open(context, configuration.intakeConfiguration)
        return NodeStatus.Endpoints(
            intake: (intake + configuration.intakeConnect).map(\.description), estimates: estimates.map(\.description),
            control: control.map(\.description))
    }

    /// Takes in nothing more.
    func stopReading() async {
        await control.stopReading()
        await intake.close()
    }

    /// Closes everything, lingering for those who still read.
    func close() async {
        // Also where it is not registered yet, its bind having failed: the context waits for every socket.
        await intake.close()
        await publisher.close()
        await eventThread.stop()
        await answerThread.stop()
        await context.terminate()
    }

    func turn() async {
        await intake.turn()
        await publisher.turn()
        await control.turn()
    }

    /// What asks the configured sources for what is missing of them.
    func fillers(
        _ replay: [String: Endpoint], queue: SubmissionQueue, logger: Logger
    ) -> [String: GapFiller] {
        var requesters: [Endpoint: Requester] = [:]
        var fillers: [String: GapFiller] = [:]
        for (source, endpoint) in replay {
            let requester = requesters[endpoint] ?? Requester(context, on: answerThread, to: endpoint)
            requesters[endpoint] = requester
            fillers[source] = GapFiller(source: source, requester: requester, queue: queue, logger: logger)
        }
        return fillers
    }
}

extension NodeStatus.Endpoints {
    /// For the log.
    var summary: String {
        "intake \(intake.joined(separator: " ")), estimates \(estimates.joined(separator: " ")), "
            + "control \(control.joined(separator: " "))"
    }
}
