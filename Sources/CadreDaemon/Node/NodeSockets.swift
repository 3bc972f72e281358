import CadreContract
import Logging
import ZeroMQ

/// The three sockets, their threads and their context.
struct NodeSockets: Sendable {
    let context: Context
    /// The thread of intake only: a flood of events does not delay answers.
    let eventThread: SocketThread
    let answerThread: SocketThread
    let intake: Intake
    let publisher: Publisher
    let control: ControlServer

    /// Binds all sockets; intake is the last, when every receiver of events is ready.
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

    /// Stops reading events and requests.
    func stopReading() async {
        await control.stopReading()
        await intake.close()
    }

    /// Closes everything, with a linger for peers that still read.
    func close() async {
        // Even if its bind failed and it is not registered: the context waits for every socket.
        await intake.close()
        await publisher.close()
        await eventThread.stop()
        await answerThread.stop()
        await context.terminate()
    }

    /// Returns when the actors of the sockets have run.
    func confirmResponsive() async {
        await intake.confirmResponsive()
        await publisher.confirmResponsive()
        await control.confirmResponsive()
    }

    /// Returns the fillers that request missing events from the configured sources.
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
    /// The endpoints in one line, for the log.
    var summary: String {
        "intake \(intake.joined(separator: " ")), estimates \(estimates.joined(separator: " ")), "
            + "control \(control.joined(separator: " "))"
    }
}
