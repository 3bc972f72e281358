import ArgumentParser
import CadreClient
import CadreContract
import CadreRuntime

struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publish events on a daemon's intake without confirmation, as a nation's publisher does.",
        discussion: """
            Each event goes to its topic (plan.MISSION, pledge.MISSION.NATION ...). A publisher receives no \
            confirmation of accepted events and no report of lost ones. An event is safe only once the daemon has it \
            on disk. `cadre watch rejected` shows the events that the daemon rejects; `cadre submit` receives an \
            answer for each event. Lines that are not events are named on standard error and omitted, and the exit \
            code is 65. The exit code is 69 without a subscriber.
            """)

    @Argument(help: "Event files (NDJSON); - is standard input.")
    var files: [String]

    @Option(
        help: ArgumentHelp(
            "The daemon's intake endpoint: tcp://HOST:PORT or ipc:///PATH. Also CADRE_INTAKE.", valueName: "endpoint"))
    var intake: String?

    @Option(help: ArgumentHelp("The maximum number of events per second, up to 10000000.", valueName: "events"))
    var rate = 10_000.0

    @Option(help: ArgumentHelp("The time to wait for a subscription, up to 3600.", valueName: "seconds"))
    var timeout = 5.0

    @Flag(
        help: "Publish the last sequence of each source at the end, so that the daemon detects lost final events.")
    var heads = false

    private var endpoint: String {
        EndpointChoice.first(flag: intake, key: "INTAKE", otherwise: DefaultEndpoint.intake)
    }

    func validate() throws {
        try EndpointChoice.check(endpoint)
        guard rate > 0, rate <= 10_000_000 else {
            throw ValidationError("--rate takes more than 0 and at most 10000000.")
        }
        guard timeout > 0, timeout <= 3_600 else {
            throw ValidationError("--timeout takes more than 0 and at most 3600 seconds.")
        }
    }

    func run() async throws {
        let rejected = try await CommandFailure.reported {
            let bus = try ClientBus()
            do {
                let rejected = try await publish(bus)
                await bus.close()
                return rejected
            } catch {
                await bus.close()
                throw error
            }
        }
        if rejected > 0 { throw ExitStatus.badData }
    }

    /// Publishes the files and returns the number of omitted lines and events.
    private func publish(_ bus: ClientBus) async throws -> Int {
        let publisher = try EventPublisher(bus, endpoint: endpoint)
        try await publisher.start()
        var publication = Publication(publisher, rate: rate, timeout: timeout)
        let reader = EventReader()
        var files = EventFiles(files)
        while let line = try files.next() {
            for reading in reader.read(payload: line.bytes) { try await publication.take(reading, of: line) }
            publication.show(files.progress)
        }
        try await publication.finish(heads: heads)
        await publisher.close()
        return publication.rejected
    }
}

/// Publishes at a limited rate, once a subscriber is connected.
private struct Publication {
    private let publisher: EventPublisher
    private let timeout: Double
    private var pace: Pace
    private let began = ContinuousClock.now
    private var waiting: [(topic: [UInt8], payload: [UInt8])] = []
    private var readTopics: Set<[UInt8]> = []
    private var counts = SourceCounts()
    private var sent = 0
    private var unread = 0
    private(set) var rejected = 0
    private var progress = ProgressLine()

    init(_ publisher: EventPublisher, rate: Double, timeout: Double) {
        self.publisher = publisher
        self.timeout = timeout
        pace = Pace(perSecond: rate)
    }

    mutating func take(_ reading: Reading, of line: EventLine) async throws {
        switch reading {
        case .event(let received):
            let topic = Array(Topic.of(received.event).utf8)
            counts.note(
                source: received.event.stamp.source, epoch: received.epoch, sequence: received.sourceSequence)
            try await add(topic, received.bytes)
        case .head(let head): try await add(Array(Topic.of(head).utf8), head.bytes)
        case .rejected(let rejection):
            rejected += 1
            progress.clear()
            Console.complain(line.complaint(rejection))
        }
    }

    private mutating func add(_ topic: [UInt8], _ payload: [UInt8]) async throws {
        if !readTopics.contains(topic) {
            try await flush()
            // Wait for the first subscription; afterwards, count events without a subscriber.
            let wait: Duration = sent == 0 && unread == 0 ? .seconds(timeout) : .milliseconds(100)
            if try await publisher.isRead(topic, within: wait) {
                readTopics.insert(topic)
            } else if sent == 0 && unread == 0 {
                throw CommandFailure(
                    "no subscriber to \(String(decoding: topic, as: UTF8.self)) at \(publisher.endpoint) "
                        + "(waited \(timeout) s); start a daemon with `cadre serve`, or name its --intake", .unavailable
                )
            } else {
                unread += 1
                return
            }
        }
        waiting.append((topic, payload))
        if waiting.count >= ClientLimits.publishedAtOnceMax { try await flush() }
    }

    private mutating func flush() async throws {
        var rest = waiting[...]
        while !rest.isEmpty {
            let seconds = (ContinuousClock.now - began) / .seconds(1)
            let count = pace.take(at: seconds, max: rest.count)
            if count == 0 {
                try await Task.sleep(for: .seconds(pace.waitSeconds))
                continue
            }
            let had = try await publisher.publish(Array(rest.prefix(count)))
            sent += had
            unread += count - had
            rest = rest.dropFirst(count)
        }
        waiting = []
    }

    mutating func finish(heads: Bool) async throws {
        try await flush()
        if heads {
            let now = WallTime.now.text
            for head in counts.heads(time: now, id: now) { try await add(head.topic, head.payload) }
            try await flush()
        }
        progress.clear()
        try Console.print("\(sent) published, \(unread) without a subscriber, \(rejected) omitted")
        if sent > 0 {
            try Console.print(
                "Publishing confirms nothing: `cadre status` counts accepted events, `cadre watch rejected` names "
                    + "rejected ones.")
        }
    }

    mutating func show(_ share: String) {
        let text = "\(share)\(sent) published, \(unread) without a subscriber, \(rejected) omitted"
        progress.show(text)
    }
}
