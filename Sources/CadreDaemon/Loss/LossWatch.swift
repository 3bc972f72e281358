import CadreContract
import CadreJournal
import CadrePlanning
import Logging

/// The alert `sequence-gap`, and the replay of missing events. It performs what `LossState` decides. Source: CONTRACT § 5.
actor LossWatch {
    private let node: ID<Node>
    private let started: Instant
    private let publisher: Publisher
    private let meters: NodeMeters
    private let logger: Logger
    private var state: LossState
    private var fillers: [String: GapFiller] = [:]
    private var alerting: Task<Void, Never>?
    /// The delays and requests in progress, by source.
    private var requests: [String: Task<Void, Never>] = [:]

    init(
        node: ID<Node>, started: Instant, state: LossState, publisher: Publisher, meters: NodeMeters, logger: Logger
    ) {
        self.node = node
        self.started = started
        self.state = state
        self.publisher = publisher
        self.meters = meters
        self.logger = logger
    }

    /// Receives sequence numbers in the order of reading.
    func receive(_ numbers: [ReceivedSequence]) async { await handle(.received(numbers)) }

    /// Requests the missing events, and publishes the gaps.
    /// - Parameter fillers: The fillers by source.
    func start(fillers: [String: GapFiller]) async {
        self.fillers = fillers
        await handle(.configured(replayed: Set(fillers.keys)))
    }

    /// Applies a changed configuration.
    /// - Parameter rebuilding: If the tracked missions changed, an empty tracker and the journal from which it receives
    ///   the earlier numbers. Numbers that arrive meanwhile are received by both trackers.
    func change(
        fillers: [String: GapFiller], rebuilding: (tracker: LossTracker, journal: JournalReader)?
    ) async throws {
        await start(fillers: fillers)
        guard let rebuilding else { return }
        await handle(.rebuilding)
        var restoration = JournalRestoration(tracker: rebuilding.tracker)
        do {
            try await restoration.read(rebuilding.journal) { _, _ in }
        } catch {
            await handle(.rebuildFailed)
            throw error
        }
        await handle(
            .rebuilt(
                restoration.tracker, journaled: restoration.state.tracker, through: restoration.state.sequence))
    }

    /// Ends requests, and publishes the last change.
    func stop() async {
        await handle(.stop)
        await alerting?.value
    }

    /// Returns the numbers of accepted events, or `nil` if they include events after a sequence.
    func journaledNumbers(through sequence: Int) -> LossTracker? {
        state.sequence <= sequence ? state.journaled : nil
    }

    /// The numbers at which streams opened, by SOURCE#EPOCH.
    var opened: [String: UInt64] {
        let opened = state.tracker.opened(streamsMax: StatusNotice.openedMax)
        return Dictionary(opened.map { ($0.key.key, $0.value) }) { $1 }
    }

    private func handle(_ event: LossState.Event) async {
        for action in state.handle(event) { await perform(action) }
    }

    private func perform(_ action: LossState.Action) async {
        switch action {
        case .log(let action): log(action)
        case .alertLater:
            alerting = Task {
                try? await Task.sleep(for: .milliseconds(DaemonLimits.gapGatherMs))
                await handle(.alertDue)
            }
        case .setOpenGaps(let count): meters.set(gapsOpen: count)
        case .publish(let notice, let number):
            let payload = notice.event(node: node, started: started, number: number, time: .now)
            await publisher.publish([OutgoingDocument(.nodeAlert(node, .sequenceGap), payload: payload)])
        case .requestLater(let source, let seconds):
            requests[source] = Task {
                guard (try? await Task.sleep(for: .seconds(seconds))) != nil else { return }
                await handle(.requestDue(source: source))
            }
        case .request(let source, let missing):
            guard let filler = fillers[source] else { return }
            requests[source] = Task {
                let hasReceived = await filler.fill(missing)
                guard !Task.isCancelled else { return }
                await handle(.replayed(source: source, hasReceived: hasReceived))
            }
        case .cancelRequests:
            for request in requests.values { request.cancel() }
            requests = [:]
        }
    }

    private func log(_ action: LossTracker.Action) {
        switch action {
        case .raise(let stream, let missing):
            logger.warning("sequence gap", metadata: ["stream": "\(stream.key)", "missing": "\(missing)"])
        case .change: break
        case .clear(let stream):
            logger.notice("sequence gap closed", metadata: ["stream": "\(stream.key)"])
        }
    }
}
