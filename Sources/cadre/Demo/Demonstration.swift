import CadreClient
import CadreContract
import CadrePlanning
import CadreReports

/// Plays a mission on a real bus: submits its events in their order, and follows the published documents.
struct Demonstration {
    let events: [Reading]
    let mission: String
    /// The number of events per second; 0 for as fast as they are answered.
    let pace: Double
    private let board: LiveBoard

    /// Reads the events of a file.
    /// - Throws: `CommandFailure` for an event that cannot be read, or if the file has no event of a mission.
    init(file: String, pace: Double, isDrawn: Bool) throws {
        var events: [Reading] = []
        try EventFiles.forEach([file]) { _, reading in
            events.append(reading)
            guard case .rejected(let rejection) = reading else { return }
            throw Self.failure(number: events.count, id: rejection.id, rejection.reason, rejection.detail)
        }
        let missions = events.lazy.compactMap { event in
            if case .event(let received) = event { received.event.mission.text } else { nil }
        }
        guard let mission = missions.first else {
            throw CommandFailure("\(file): no event names a mission; give a file of events (NDJSON)", .badData)
        }
        self.events = events
        self.mission = mission
        self.pace = pace
        board = LiveBoard(mission: mission, total: events.count, isDrawn: isDrawn)
    }

    private static func failure(
        number: Int, id: String?, _ reason: RejectionReason, _ detail: String
    ) -> CommandFailure {
        CommandFailure("event \(number) (\(id ?? "?")): \(reason.rawValue): \(detail)", .badData)
    }

    /// Plays all events.
    /// - Returns: The timeline in lines.
    func play(_ ports: LoopbackPorts) async throws -> [String] {
        let bus = try ClientBus()
        do {
            let lines = try await play(bus, ports)
            await bus.close()
            return lines
        } catch {
            await bus.close()
            throw error
        }
    }

    private func play(_ bus: ClientBus, _ ports: LoopbackPorts) async throws -> [String] {
        let client = try ControlClient(bus, endpoint: ports.control)
        let watcher = try EstimateWatcher(
            bus, endpoints: [ports.estimates], topics: ["estimate.\(mission).", "alert.\(mission)."])
        try await watcher.start()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await board.draw() }
            group.addTask {
                while let published = await watcher.next() {
                    await board.receive(
                        try PublishedDocument(topic: published.topic, reading: published.event))
                }
            }
            defer { group.cancelAll() }
            try await submitAll(client)
            try await settle(client)
            return await board.timelineLines
        }
    }

    private func submitAll(_ client: ControlClient) async throws {
        let began = ContinuousClock.now
        for (index, event) in events.enumerated() {
            let (bytes, id) =
                switch event {
                case .event(let received): (received.bytes, received.event.stamp.id)
                case .head(let head): (head.bytes, head.id)
                case .rejected(let rejection): (rejection.bytes, rejection.id ?? "?")
                }
            await board.send(event)
            for case .rejected(let reason, let detail) in try await client.submit([bytes]) {
                throw Self.failure(number: index + 1, id: id, reason, detail)
            }
            var summary: SummaryEstimate?
            if case .summary(let figures)? = try await estimate(.summary, client)?.figures { summary = figures }
            await board.record(event, summary)
            if pace > 0 {
                try await Task.sleep(until: began + .seconds(Double(index + 1) / pace), clock: .continuous)
            }
            try Task.checkCancellation()
        }
    }

    /// Waits until every published estimate equals the daemon's answer.
    private func settle(_ client: ControlClient) async throws {
        let deadline = ContinuousClock.now + .seconds(30)
        for name in EstimateName.allCases {
            guard let estimate = try await estimate(name, client) else { continue }
            while await !board.state.agrees(with: estimate) {
                guard ContinuousClock.now < deadline else {
                    throw CommandFailure(
                        "\(name.text) was not published as the daemon answers it; look at its log", .internalError)
                }
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    /// Requests an estimate, or returns `nil` if the mission is not defined yet, or has no samples.
    private func estimate(_ name: EstimateName, _ client: ControlClient) async throws -> PublishedEstimate? {
        do throws(ClientError) {
            return try await client.published(EstimateGet(mission: ID(mission), name: name))
        } catch {
            guard case .refused(let refusal) = error, refusal.code != .busy else { throw error }
            return nil
        }
    }
}
