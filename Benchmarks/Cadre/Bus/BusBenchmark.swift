import CadreClient
import CadreContract
import CadreJSON
import CadrePlanning
import Foundation
import ZeroMQ

/// Measurements of a real daemon on ipc sockets: latency of an event, what-if, memory.
///
/// The latency is the time from the submission of an event to the last changed estimate at a subscriber, while the
/// daemon computes the ranges and gaps of the previous event.
struct BusBenchmark {
    private let size: InventedMission.Size
    private let daemon: BenchedDaemon
    private let control: ControlClient
    private let log = ArrivalLog()
    private var mission: InventedMission

    /// Runs the measurements of some sizes.
    /// - Parameter samples: The number of samples per range.
    static func run(_ sizes: [InventedMission.Size], samples: Int) async throws {
        print("Over the bus: submitted, journaled with fsync, planned, and the last changed estimate received (ms)")
        for size in sizes {
            guard let daemon = try BenchedDaemon(samples: samples) else {
                print("  not measured: build the product cadre first")
                return
            }
            defer { daemon.stop() }
            let bus = try ClientBus()
            var benchmark = try BusBenchmark(size, daemon, bus)
            try await benchmark.measure()
            await bus.close()
        }
    }

    /// Loads missions of size `small` into one daemon and reports its memory.
    static func runMissions(_ missions: Int) async throws {
        guard let daemon = try BenchedDaemon(samples: 0) else { return }
        defer { daemon.stop() }
        let bus = try ClientBus()
        let control = try ControlClient(bus, endpoint: daemon.control)
        for number in 0..<missions {
            let mission = InventedMission(.small, seed: UInt64(number + 1), id: "B-\(number)")
            try await submit(mission.events, to: control)
        }
        _ = try await control.result(of: EstimateGet(mission: ID("B-\(missions - 1)"), name: .summary))
        try await Task.sleep(for: .seconds(5))
        print("  memory with \(missions) missions of small: \(daemon.residentMegabytes) MB")
        await bus.close()
    }

    private init(_ size: InventedMission.Size, _ daemon: BenchedDaemon, _ bus: ClientBus) throws {
        self.size = size
        self.daemon = daemon
        control = try ControlClient(bus, endpoint: daemon.control)
        mission = InventedMission(size, seed: 1)
    }

    private mutating func measure() async throws {
        let context = try Context()
        let thread = try SocketThread(name: "bench-estimates")
        let subscriber = Subscriber(
            context, on: thread, to: [try Endpoint(daemon.estimates)],
            options: .with {
                $0.receiveHighWater = 10_000
                $0.maxMessageBytes = 64 << 20
            })
        try await subscriber.start()
        let recording = Task { [log] in await log.record(subscriber) }
        _ = try await control.answer(to: NodeStatus())
        let idle = daemon.residentMegabytes
        try await Self.submit(mission.events, to: control)
        _ = try await settled()
        for kind in [EntityKind.pledge, .line, .demand, .run, .course, .site, .element, .stock, .factor] {
            try await measure(kind)
        }
        try await measureWhatIf()
        print("  memory in \(size.name): idle \(idle) MB, loaded \(daemon.residentMegabytes) MB")
        await subscriber.close()
        _ = await recording.value
        await thread.stop()
        await context.terminate()
    }

    private mutating func measure(_ kind: EntityKind) async throws {
        var times = Times()
        var silent = 0
        for _ in 0..<40 {
            guard let document = kind == .factor ? mission.changedFactor() : mission.changed(kind),
                let event = mission.event(adding: document)
            else { break }
            let begin = ContinuousClock.now
            let outcome = try await control.submit([event])
            _ = try await settled()
            // The daemon replies on another socket than it publishes on.
            try await Task.sleep(for: .milliseconds(60))
            guard case .accepted(let sequence)? = outcome.first else {
                print("  one \(kind.rawValue) event: \(outcome)")
                return
            }
            guard
                let end = log.last(
                    sequence,
                    where: { topic in
                        !topic.contains("manning") && !topic.contains("range") && !topic.contains("gaps")
                    })
            else {
                silent += 1
                continue
            }
            times.add(begin.duration(to: end))
        }
        print(
            "  one \(kind.rawValue) event in \(size.name): \(times.text)"
                + (silent > 0 ? "; \(silent) changed nothing" : ""))
    }

    private mutating func measureWhatIf() async throws {
        var times = Times()
        for _ in 0..<60 {
            guard let document = mission.changed(.pledge), let event = mission.event(of: document) else { break }
            let begin = ContinuousClock.now
            _ = try await control.answer(to: PlanWhatIf(mission: ID(mission.id), events: [event]))
            times.add(begin.duration(to: .now))
        }
        print("  what if one pledge in \(size.name): \(times.text)")
    }

    /// Waits until everything submitted is planned.
    private func settled() async throws -> JSONValue {
        try await control.result(of: EstimateGet(mission: ID(mission.id), name: .summary))
    }

    private static func submit(_ events: [[UInt8]], to control: ControlClient) async throws {
        for start in stride(from: 0, to: events.count, by: 500) {
            _ = try await control.submit(Array(events[start..<min(start + 500, events.count)]))
        }
    }
}
