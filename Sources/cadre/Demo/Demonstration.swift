import CadrePlanning
import CadreClient
import CadreContract
import CadreJSON
import CadreReports

/// Plays a mission on a real bus: submits its events in their own order, and follows what the daemon publishes.
struct Demonstration {
    let events: [JSONValue]
    let mission: String
    /// Events a second; 0: as fast as they are answered.
    let pace: Double
    private let board: LiveBoard

    /// - Throws: `CommandFailure` where the file holds no event of a mission.
    init(file: String, pace: Double, isDrawn: Bool) throws {
        var files = EventFiles([file])
        var events: [JSONValue] = []
        while let line = try files.next() {
            do throws(JSONFault) {
                let value = try JSONValue(parsing: line.bytes)
                events += value.elements ?? [value]
            } catch {
                throw CommandFailure(line.complaint(.notJSON, "\(error)"), .badData)
            }
        }
        guard let mission = events.lazy.compactMap({ $0["data"]?["mission"]?.text }).first else {
            throw CommandFailure("\(file): no event names a mission; give a file of events (NDJSON)", .badData)
        }
        self.events = events
        self.mission = mission
        self.pace = pace
        board = LiveBoard(mission: mission, total: events.count, isDrawn: isDrawn)
    }

    /// Plays all events.
    /// - Returns: The story.
    func play(_ ports: LoopbackPorts) async throws -> [String] {
        let bus = try ClientBus()
        do {
            let story = try await play(bus, ports)
            await bus.close()
            return story
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
                    await board.take(topic: published.topic, published.event)
                }
            }
            defer { group.cancelAll() }
            try await submitAll(client)
            try await settle(client)
            return await board.storyLines
        }
    }

    private func submitAll(_ client: ControlClient) async throws {
        let began = ContinuousClock.now
        for (number, event) in events.enumerated() {
            await board.send(event)
            for case .rejected(let reason, let detail) in try await client.submit([event.source]) {
                let id = event["id"]?.text ?? "?"
                throw CommandFailure("event \(number + 1) (\(id)): \(reason.rawValue): \(detail)", .badData)
            }
            await board.note(event, try await estimate(.summary, client))
            if pace > 0 {
                try await Task.sleep(until: began + .seconds(Double(number + 1) / pace), clock: .continuous)
            }
            try Task.checkCancellation()
        }
    }

    /// Waits until what was published is what the daemon answers, document by document.
    private func settle(_ client: ControlClient) async throws {
        let deadline = ContinuousClock.now + .seconds(30)
        for name in EstimateName.allCases {
            guard let data = try await estimate(name, client) else { continue }
            while await !board.state.agrees(on: name.text, with: data) {
                guard ContinuousClock.now < deadline else {
                    throw CommandFailure(
                        "\(name.text) was not published as the daemon answers it; look at its log", .internalError)
                }
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    /// `nil` where there is no such estimate: the mission is not defined yet, or nothing is sampled.
    private func estimate(_ name: EstimateName, _ client: ControlClient) async throws -> JSONValue? {
        do throws(ClientError) {
            return try await client.result(of: EstimateGet(mission: ID(mission), name: name))
        } catch {
            guard case .refused(let refusal) = error, refusal.code != .busy else { throw error }
            return nil
        }
    }
}
