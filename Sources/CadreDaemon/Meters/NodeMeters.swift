import CadreContract
import CadreRuntime
import Metrics
import Synchronization
import ZeroMQ

/// The meters of the node: for Prometheus through swift-metrics, and for `status`. Any thread may write them.
final class NodeMeters: Sendable {
    private struct Label: Hashable {
        var name: String
        var dimensions: [String]
    }
    private struct Counted {
        var counter: Counter
        var total = 0
    }
    private struct Guarded {
        var counters: [Label: Counted] = [:]
        var queues: [String: (gauge: Gauge, value: Int)] = [:]
        var totals: [String: Int] = [:]
        var journalNewest = 0
    }

    private let guarded = Mutex(Guarded())
    /// Seconds from the receipt of an event until it is durable.
    let eventSeconds = Recorder(label: "cadre_event_seconds", dimensions: [], aggregate: true)
    /// Seconds from the receipt of an event to changed estimates on the wire.
    let publishSeconds = Recorder(label: "cadre_publish_seconds", dimensions: [], aggregate: true)
    let recomputeSeconds = Recorder(label: "cadre_recompute_seconds", dimensions: [], aggregate: true)
    private let journalSequence = Gauge(label: "cadre_journal_sequence")
    private let missions = Gauge(label: "cadre_missions")
    private let gapsOpen = Gauge(label: "cadre_sequence_gaps_open")

    /// Seconds from a request to its answer, by method.
    private let requestSeconds = Dictionary(
        uniqueKeysWithValues: ControlMethod.allCases.map {
            ($0, Recorder(label: "cadre_request_seconds", dimensions: [("method", $0.rawValue)], aggregate: true))
        })

    /// Creates every counter whose labels are known, at zero: the first increase of a new counter would not show in any
    /// rate.
    init() {
        Gauge(label: "cadre_build_info", dimensions: [("version", CadreVersion.current)]).record(1)
        for type in EventType.allCases {
            let outcomes: [EventOutcome] =
                type == .sourceHead ? [.head, .rejected] : [.accepted, .duplicate, .superseded, .rejected]
            for outcome in outcomes { countEvents(0, type: type.rawValue, outcome) }
        }
        for outcome in [EventOutcome.rejected, .dropped] { countEvents(0, type: Self.unknownType, outcome) }
        for reason in RejectionReason.allCases { countRejections(0, reason) }
        for socket in SocketName.allCases {
            for event in SocketEvent.allCases { countSocket(socket, event, 0) }
        }
        for outcome in RequestOutcome.allCases {
            for method in ControlMethod.allCases.map(\.rawValue) + [Self.unknownType] {
                add(0, to: "cadre_requests_total", [("method", method), ("outcome", outcome.rawValue)], total: "")
            }
        }
        for name in [
            "cadre_reload_failures_total", "cadre_snapshot_failures_total", "cadre_plans_verified_total",
            "cadre_plan_differences_total",
        ] { add(0, to: name, [], total: "") }
    }

    // MARK: Events

    /// The label of an event of unknown type, and of a request with an unknown method.
    static let unknownType = "unknown"

    /// The outcome of an event; `dropped`: of a mission that this shard does not plan.
    enum EventOutcome: String { case accepted, duplicate, superseded, rejected, dropped, head }

    /// Counts events.
    /// - Parameter type: The event's type, or "unknown" if it is not in the contract: peers must not create labels.
    func countEvents(_ count: Int, type: String, _ outcome: EventOutcome) {
        add(
            count, to: "cadre_events_total", [("type", type), ("outcome", outcome.rawValue)],
            total: "events_\(outcome.rawValue)")
    }

    func countRejections(_ count: Int, _ reason: RejectionReason) {
        add(count, to: "cadre_rejections_total", [("reason", reason.rawValue)], total: "rejected_\(reason.rawValue)")
    }

    // MARK: Requests

    enum RequestOutcome: String, CaseIterable { case ok, error, busy }

    /// Counts a request on control.
    /// - Parameters:
    ///   - method: The method, or `nil` if the request could not be read.
    ///   - duration: The time from the request to its answer, or `nil` if it was not carried out.
    func countRequest(_ method: ControlMethod?, _ outcome: RequestOutcome, duration: Duration? = nil) {
        add(
            1, to: "cadre_requests_total",
            [("method", method?.rawValue ?? Self.unknownType), ("outcome", outcome.rawValue)],
            total: "requests_\(outcome.rawValue)")
        if let method, let duration { requestSeconds[method]?.record(duration.inSeconds) }
    }

    // MARK: Sockets

    /// A counted event of a socket.
    enum SocketEvent: String, CaseIterable {
        case accepted, disconnected, handshakeSucceeded = "handshake_succeeded", handshakeFailed = "handshake_failed"
        /// A message that is not a subscription, or not a request.
        case junk
        /// Sending an answer failed: the peer is gone.
        case unreachable
        /// Sending failed: the peer does not read.
        case full
        /// A request refused because too many are in progress.
        case busy
        /// A rejection that was not published because there were too many.
        case noticeHeldBack = "notice_held_back"
        case paused
    }

    func countSocket(_ socket: SocketName, _ event: SocketEvent, _ count: Int = 1) {
        add(
            count, to: "cadre_socket_events_total", [("socket", socket.rawValue), ("event", event.rawValue)],
            total: "\(socket.rawValue)_\(event.rawValue)")
    }

    func countReloadFailure() { add(1, to: "cadre_reload_failures_total", [], total: "reload_failures") }

    func countSnapshotFailure() { add(1, to: "cadre_snapshot_failures_total", [], total: "snapshot_failures") }

    /// Counts a plan that was compared with one from scratch, and the estimates in which they differ.
    func countVerifiedPlans(differences: Int) {
        add(1, to: "cadre_plans_verified_total", [], total: "plans_verified")
        add(differences, to: "cadre_plan_differences_total", [], total: "plan_differences")
    }

    // MARK: Levels

    func set(journalSequence sequence: Int) {
        journalSequence.record(sequence)
        guarded.withLock { $0.journalNewest = sequence }
    }
    func set(missions count: Int) { missions.record(count) }
    func set(gapsOpen count: Int) { gapsOpen.record(count) }

    /// Sets the length of a queue of the daemon.
    func set(queue: String, to depth: Int) {
        guarded.withLock { guarded in
            let gauge =
                guarded.queues[queue]?.gauge ?? Gauge(label: "cadre_queue_depth", dimensions: [("queue", queue)])
            guarded.queues[queue] = (gauge, depth)
            gauge.record(depth)
        }
    }

    /// Sets the greatest length that a queue may have.
    func set(queue: String, capacity: Int) {
        Gauge(label: "cadre_queue_capacity", dimensions: [("queue", queue)]).record(capacity)
    }

    // MARK: For status

    /// The newest sequence in the journal.
    var journalNewest: Int { guarded.withLock { $0.journalNewest } }
    var totals: [String: Int] { guarded.withLock { $0.totals } }
    var queues: [String: Int] { guarded.withLock { $0.queues.mapValues(\.value) } }

    private func add(_ count: Int, to name: String, _ dimensions: [(String, String)], total: String) {
        let label = Label(name: name, dimensions: dimensions.map(\.1))
        guarded.withLock { guarded in
            let counter = guarded.counters[label]?.counter ?? Counter(label: name, dimensions: dimensions)
            guarded.counters[label, default: Counted(counter: counter)].total += count
            guard count > 0 else { return }
            guarded.totals[total, default: 0] += count
            counter.increment(by: count)
        }
    }
}
