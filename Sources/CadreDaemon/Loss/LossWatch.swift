import CadreContract
import CadreJournal
import CadrePlanning
import Logging

/// Follows the numbers that sources give, says which are missing, and has them asked for. Source: CONTRACT § 5.
actor LossWatch {
    private let node: ID<Node>
    private let started: Instant
    private let publisher: Publisher
    private let meters: NodeMeters
    private let logger: Logger
    private var tracker: LossTracker
    /// The gaps published last; before that, those that the daemon before raised.
    private var openAlerts: [OpenAlert<SequenceGap>]
    private var alertNumber = 0
    private var alerting: Task<Void, Never>?
    private var fillers: [String: GapFiller] = [:]
    private var isStopping = false
    /// What is heard while another tracker is being built.
    private var meanwhile: [ReceivedSequence]?

    init(
        node: ID<Node>, started: Instant, tracker: LossTracker, publisher: Publisher, meters: NodeMeters, logger: Logger
    ) {
        self.node = node
        self.started = started
        self.tracker = tracker
        openAlerts = tracker.openAlerts
        self.publisher = publisher
        self.meters = meters
        self.logger = logger
    }

    /// Takes numbers in the order of reading.
    func receive(_ received: [ReceivedSequence]) {
        meanwhile?.append(contentsOf: received)
        var moved: Set<LossTracker.Stream> = []
        for received in received {
            let action =
                received.isHead
                ? tracker.head(received.number, of: received.stream)
                : tracker.received(received.number, of: received.stream)
            guard let action else { continue }
            moved.insert(received.stream)
            log(action)
        }
        follow(moved)
    }

    /// Begins to ask for what the journal lacks, and says what is missing.
    func start(fillers: [String: GapFiller]) {
        self.fillers = fillers
        for filler in fillers.values { filler.start(self) }
        follow(Set(tracker.gaps.map(\.stream)))
    }

    /// Takes over a changed configuration.
    /// - Parameter rebuilding: Where others are judged now: a tracker that has heard nothing, and the journal from
    ///   which it hears what came before. What comes meanwhile is heard by both.
    func change(
        fillers: [String: GapFiller], rebuilding: (tracker: LossTracker, journal: JournalReader)?
    ) async throws {
        for filler in self.fillers.values { filler.stop() }
        tracker.replayed = Set(fillers.keys)
        if let rebuilding {
            meanwhile = []
            defer { meanwhile = nil }
            var restoration = JournalRestoration(tracker: rebuilding.tracker)
            try await restoration.read(rebuilding.journal) { _, _ in }
            tracker = restoration.tracker
            let since = meanwhile ?? []
            meanwhile = nil
            receive(since)
        }
        start(fillers: fillers)
        alertSoon()
    }

    func stop() async {
        isStopping = true
        for filler in fillers.values { filler.stop() }
        await alerting?.value
    }

    /// What is missing of a source, by its epochs.
    func missing(of source: String) -> [LossTracker.Stream: [ClosedRange<UInt64>]] {
        var missing: [LossTracker.Stream: [ClosedRange<UInt64>]] = [:]
        for gap in tracker.gaps where gap.stream.source == source { missing[gap.stream] = gap.missing }
        return missing
    }

    /// By SOURCE#EPOCH, the number at which it opened.
    var opened: [String: UInt64] {
        let opened = tracker.opened(streamsMax: StatusNotice.openedMax)
        return Dictionary(opened.map { ($0.key.key, $0.value) }) { $1 }
    }

    private func follow(_ moved: Set<LossTracker.Stream>) {
        guard !moved.isEmpty else { return }
        alertSoon()
        for source in Set(moved.map(\.source)) where !missing(of: source).isEmpty { fillers[source]?.wake() }
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

    // MARK: The alert

    /// Gathers changes for a moment: under load every event may move a gap, and each alert tells all of them.
    private func alertSoon() {
        guard alerting == nil, !isStopping else { return }
        alerting = Task {
            try? await Task.sleep(for: .milliseconds(DaemonLimits.gapGatherMs))
            await alert()
        }
    }

    private func alert() async {
        let open = tracker.openAlerts
        meters.set(gapsOpen: open.count)
        alerting = nil
        var notice = AlertNotice(code: NodeAlertCode.sequenceGap, from: openAlerts, to: open)
        // After a start the state is said once, though nothing moved: subscriptions are answered with it.
        if notice == nil, alertNumber == 0, !open.isEmpty {
            notice = AlertNotice(code: NodeAlertCode.sequenceGap, open: open)
        }
        guard let notice else { return }
        openAlerts = open
        alertNumber += 1
        let payload = notice.event(node: node, started: started, number: alertNumber, time: .now)
        await publisher.publish([OutgoingDocument(.nodeAlert(node, .sequenceGap), payload: payload)])
    }
}

extension LossTracker {
    fileprivate var openAlerts: [OpenAlert<SequenceGap>] { gaps.map { OpenAlert($0.stream, missing: $0.missing) } }
}
