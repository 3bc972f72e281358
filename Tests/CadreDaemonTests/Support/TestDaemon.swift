import CadreContract
import CadreJSON
import CadrePlanning
import Foundation
import Logging
import ZeroMQ

@testable import CadreDaemon

/// A daemon in this process, on free ports and in a temporary folder, with a client of each of its sockets.
final class TestDaemon: Sendable {
    let daemon: Daemon
    let folder: String
    let endpoints: NodeStatus.Endpoints
    let context: Context
    let thread: SocketThread
    let requester: Requester
    private let running: Task<Void, any Error>

    /// Starts a daemon and waits until it is ready.
    init(
        node: String = "test", folder: String = TestDaemon.newFolder(),
        configure: (inout DaemonConfiguration) throws -> Void = { _ in }
    ) async throws {
        var configuration = DaemonConfiguration(data: folder, node: ID(node))
        // Every plan of every test's daemon is compared with one from scratch.
        configuration.planningVerify = .full
        configuration.intake = [try Endpoint("tcp://127.0.0.1:*")]
        configuration.estimates = [try Endpoint("tcp://127.0.0.1:*")]
        configuration.control = [try Endpoint("tcp://127.0.0.1:*")]
        configuration.http = nil
        configuration.samples = 5
        configuration.keepingSeconds = 120
        try configure(&configuration)
        var logger = Logger(label: "test")
        logger.logLevel = .error
        let daemon = Daemon(configuration: configuration, logger: logger)
        // Waits until it is ready or has ended.
        let (beginning, news) = AsyncStream<Bool>.makeStream()
        let running = Task {
            defer { news.yield(false) }
            try await daemon.run()
        }
        let states = daemon.health.states()
        let watching = Task {
            for await state in states where state.phase == .ready { news.yield(true) }
        }
        defer { watching.cancel() }
        if await beginning.first(where: { _ in true }) != true {
            try await running.value
        }
        guard let endpoints = await daemon.endpoints, let control = endpoints.control.first else {
            throw TestFailure("the daemon has no endpoints")
        }
        self.daemon = daemon
        self.folder = folder
        self.running = running
        self.endpoints = endpoints
        context = try Context()
        thread = try SocketThread(name: "test-client")
        requester = Requester(context, on: thread, to: try Endpoint(control))
    }

    /// Shuts the daemon down gracefully, and then the clients.
    func stop() async throws {
        daemon.stop()
        try await running.value
        await thread.stop()
        await context.terminate()
    }

    static func newFolder() -> String {
        TestFolder.all + UUID().uuidString
    }

    // MARK: Control

    func ask(_ call: ControlCall) async throws -> JSONValue {
        try await ask(bytes: ControlRequest(id: RequestID(1), call: call).bytes).outcome.get()
    }

    func answer<Params: MethodParams>(to params: Params) async throws -> Params.Answer {
        try Params.answer(reading: await ask(bytes: params.request(id: RequestID(1))).outcome.get())
    }

    func ask(bytes: [UInt8]) async throws -> ControlAnswer {
        let message = try await requester.request([bytes], timeout: .seconds(60))
        return try ControlAnswer(reading: message.frames.last ?? [])
    }

    func submit(_ events: [String]) async throws -> [EventSubmit.Outcome] {
        var outcomes: [EventSubmit.Outcome] = []
        for first in stride(from: 0, to: events.count, by: 1_000) {
            let part = events[first..<min(first + 1_000, events.count)].map { Array($0.utf8) }
            outcomes += try await answer(to: EventSubmit(events: part)).results
        }
        return outcomes
    }

    /// Returns whether an entity has a current document.
    func knows(_ mission: String, _ kind: EntityKind, _ id: String) async throws -> Bool {
        do {
            let answer = try await ask(.planGet(PlanGet(mission: ID(mission), kind: kind, id: id)))
            return try !PlanGet.answer(reading: answer).entities.isEmpty
        } catch let error as ControlError where error.code == .unknownMission {
            return false
        }
    }

    /// Returns the newest figures of every estimate of a mission, without revision and clock, as text.
    func figures(_ mission: String) async throws -> [String: String] {
        var figures: [String: String] = [:]
        // The last two are returned once samples and advice exist, and with them the summary's range.
        for name in EstimateName.allCases.reversed() {
            figures[name.text] = try await estimate(mission, name, at: .newest).figures
        }
        return figures
    }

    func estimate(
        _ mission: String, _ name: EstimateName, at moment: PlanMoment
    ) async throws -> (revision: Int, figures: String) {
        let data = try await ask(.estimateGet(EstimateGet(mission: ID(mission), name: name, at: moment)))
        guard let revision = data["revision"]?.integer, let members = data.members else {
            throw TestFailure("the estimate has no revision")
        }
        let figures = members.filter { !["revision", "asOf"].contains($0.name) }
            .map { "\($0.name):\(String(decoding: $0.value.source, as: UTF8.self))" }
        return (revision, figures.joined(separator: ","))
    }

    // MARK: Bus

    func subscribe(_ prefixes: String...) async throws -> TestReader {
        let subscriber = Subscriber(
            context, on: thread, to: try endpoints.estimates.map { try Endpoint($0) }, prefixes: prefixes)
        try await subscriber.start()
        return TestReader(subscriber)
    }

    /// Creates a publisher and waits until intake has subscribed to it.
    /// - Parameter subscriptions: The number of intake's prefixes, one for each of the five kinds.
    func source(subscriptions: Int = 5) async throws -> TestSource {
        let source = TestSource(context, on: thread)
        try await source.start(endpoints.intake.map { try Endpoint($0) }, subscriptions: subscriptions)
        return source
    }
}

struct TestFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
