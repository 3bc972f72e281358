import ArgumentParser
import CadreClient
import CadreContract
import CadreJSON
import CadreReports
import CadreRuntime

struct WatchCommand: AsyncParsableCommand, SignalHandling {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Follow the documents that a daemon publishes: estimates, alerts, rejections, status.",
        discussion: """
            Topics are prefixes: estimate.MISSION., estimate.MISSION.summary, alert, rejected, status; without a \
            topic, everything is shown. The current documents arrive first. One line shows each change of a \
            document's headline; --json prints one complete {"topic", "event"} per line. Ctrl-C ends it.
            """)

    @Argument(help: "The topic prefixes to subscribe to.")
    var topics: [String] = []

    @Option(
        help: ArgumentHelp(
            "The daemon's estimates endpoint, tcp://HOST:PORT or ipc:///PATH; repeatable. Also CADRE_ESTIMATES.",
            valueName: "endpoint"))
    var estimates: [String] = []

    @Flag(help: "Print one {\"topic\", \"event\"} per line.")
    var json = false

    @Option(help: "The number of documents after which to end.")
    var count: Int?

    @Option(
        help: ArgumentHelp(
            "The time without a document after which to end with exit code 69, up to 86400.", valueName: "seconds"))
    var timeout: Double?

    private var endpoints: [String] {
        EndpointChoice.all(flags: estimates, key: "ESTIMATES", otherwise: DefaultEndpoint.estimates)
    }

    func validate() throws {
        for endpoint in endpoints { try EndpointChoice.check(endpoint) }
        if let count, count < 1 { throw ValidationError("--count takes a whole number from 1.") }
        if let timeout {
            guard timeout > 0, timeout <= 86_400 else { throw ValidationError("--timeout takes up to 86400 seconds.") }
        }
        for topic in topics where topic.utf8.count > ContractLimits.topicBytesMax {
            throw ValidationError("No topic has more than \(ContractLimits.topicBytesMax) bytes.")
        }
    }

    func run() async throws {
        try await CommandFailure.reported {
            let bus = try ClientBus()
            let watcher = try EstimateWatcher(bus, endpoints: endpoints, topics: topics.isEmpty ? [""] : topics)
            try await watcher.start()
            let interruption = try Interruption()
            _ = try await interruption.interrupting { try await follow(watcher) }
            await watcher.close()
            await bus.close()
        }
    }

    private func follow(_ watcher: EstimateWatcher) async throws {
        let hint = Task {
            // The first event cancels this hint.
            try await Task.sleep(for: .seconds(3))
            let places = endpoints.joined(separator: ", ")
            Console.complain("nothing yet from \(places); is a daemon running (`cadre status`)? Ctrl-C ends.")
        }
        defer { hint.cancel() }
        var lines = PublishedLines()
        var left = count ?? .max
        while left > 0, let published = try await next(watcher) {
            hint.cancel()
            left -= 1
            let isRead =
                json
                ? try Console.write(Self.json(published))
                : try Console.print(Self.line(published, &lines))
            if !isRead { return }
        }
    }

    /// Returns the next event, or `nil` at the end.
    /// - Throws: `CommandFailure` if none arrives within `--timeout`.
    private func next(_ watcher: EstimateWatcher) async throws -> PublishedEvent? {
        guard let timeout else { return await watcher.next() }
        return try await withThrowingTaskGroup(of: PublishedEvent?.self) { group in
            group.addTask { await watcher.next() }
            group.addTask {
                try await Task.sleep(for: .seconds(timeout))
                throw CommandFailure(
                    "nothing arrived from \(endpoints.joined(separator: ", ")) in \(timeout) s; start a daemon with "
                        + "`cadre serve`, or name its --estimates", .unavailable)
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }

    /// Returns the line of a document; for one that cannot be read, the reason.
    private static func line(_ published: PublishedEvent, _ lines: inout PublishedLines) -> String {
        do throws(PublishedFault) {
            return lines.line(try PublishedDocument(topic: published.topic, reading: published.event))
        } catch {
            return Printable.text("\(error)")
        }
    }

    private static func json(_ published: PublishedEvent) -> [UInt8] {
        var writer = JSONWriter(capacity: published.payload.count + 128)
        writer.object {
            $0.member("topic", published.topic)
            $0.name("event")
            $0.raw(published.payload)
        }
        return writer.bytes.filter { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") } + [UInt8(ascii: "\n")]
    }
}
