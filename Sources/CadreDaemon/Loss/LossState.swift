import CadreContract

/// Follows the sequence numbers of sources, and decides when the alert `sequence-gap` is published and when missing
/// events are requested. Performs no I/O, and timers are events. Sources: CONTRACT § 5; ARCHITECTURE § 4.
struct LossState: Sendable {
    /// An event that the watch reports.
    enum Event: Sendable {
        /// Sequence numbers, in the order of reading.
        case received([ReceivedSequence])
        /// The sources with a replay endpoint, at the start and after a change.
        case configured(replayed: Set<String>)
        /// Trackers of another configuration are being built from the journal.
        case rebuilding
        /// The trackers of the whole journal up to a sequence.
        case rebuilt(LossTracker, journaled: LossTracker, through: Int)
        case rebuildFailed
        case alertDue
        case requestDue(source: String)
        /// A request ended. `hasReceived` is `false` if it failed or brought no event.
        case replayed(source: String, hasReceived: Bool)
        case stop
    }

    /// An effect that the watch must perform.
    enum Action: Equatable, Sendable {
        case log(LossTracker.Action)
        /// Report `alertDue` after the time for which changes are gathered.
        case alertLater
        case setOpenGaps(Int)
        case publish(AlertNotice<SequenceGap>, number: Int)
        /// Report `requestDue` after a delay.
        case requestLater(source: String, seconds: Double)
        case request(source: String, missing: [LossTracker.Stream: [ClosedRange<UInt64>]])
        /// Cancel all delays and requests; none of them reports anything afterwards.
        case cancelRequests
    }

    /// The progress of the replay of one source with missing events.
    private enum Replay: Equatable { case waiting(seconds: Double), requesting(afterSeconds: Double) }
    private enum Alerting: Equatable { case idle, waiting }
    private enum Life: Equatable { case running, stopping }

    /// The numbers of all received events and heads.
    private(set) var tracker: LossTracker
    /// The numbers of accepted events only, which a snapshot contains.
    private(set) var journaled: LossTracker
    /// The journal sequence that `journaled` covers.
    private(set) var sequence: Int
    /// The gaps that were published last; before that, those that the previous daemon raised.
    private var openAlerts: [OpenAlert<SequenceGap>]
    private var alertNumber = 0
    private var alerting = Alerting.idle
    private var replays: [String: Replay] = [:]
    /// The numbers that arrived since other trackers are being built, or `nil` if none are.
    private var meanwhile: [ReceivedSequence]?
    private var life = Life.running

    /// Creates the state that was restored.
    /// - Parameters:
    ///   - tracker: The numbers of accepted and rejected events.
    ///   - journaled: The numbers of accepted events.
    ///   - sequence: The journal sequence that both cover.
    init(tracker: LossTracker, journaled: LossTracker, through sequence: Int) {
        self.tracker = tracker
        self.journaled = journaled
        self.sequence = sequence
        openAlerts = tracker.openAlerts
    }

    /// Handles an event. A report that no action announced has no effect.
    mutating func handle(_ event: Event) -> [Action] {
        switch event {
        case .received(let numbers):
            meanwhile?.append(contentsOf: numbers)
            return receive(numbers)
        case .configured(let replayed):
            tracker.replayed = replayed
            let cancelled: [Action] = replays.isEmpty ? [] : [.cancelRequests]
            replays = [:]
            return cancelled + requestAll() + alertLater()
        case .rebuilding:
            meanwhile = []
            return []
        case .rebuilt(let tracker, let journaled, let sequence):
            let since = meanwhile ?? []
            meanwhile = nil
            (self.tracker, self.journaled, self.sequence) = (tracker, journaled, sequence)
            return receive(since) + requestAll() + alertLater()
        case .rebuildFailed:
            meanwhile = nil
            return []
        case .alertDue:
            guard alerting == .waiting else { return [] }
            alerting = .idle
            return alert()
        case .requestDue(let source): return request(source)
        case .replayed(let source, let hasReceived): return replay(source, hasReceived: hasReceived)
        case .stop:
            life = .stopping
            defer { replays = [:] }
            return replays.isEmpty ? [] : [.cancelRequests]
        }
    }

    /// Returns the missing numbers of a source by stream.
    func missing(of source: String) -> [LossTracker.Stream: [ClosedRange<UInt64>]] {
        var missing: [LossTracker.Stream: [ClosedRange<UInt64>]] = [:]
        for gap in tracker.gaps where gap.stream.source == source { missing[gap.stream] = gap.missing }
        return missing
    }

    private mutating func receive(_ numbers: [ReceivedSequence]) -> [Action] {
        var actions: [Action] = []
        var changed: Set<LossTracker.Stream> = []
        for number in numbers {
            if let sequence = number.sequence, sequence > self.sequence {
                self.sequence = sequence
                _ = journaled.receive(number.number, of: number.stream)
            }
            let action =
                number.isHead
                ? tracker.receiveHead(number.number, of: number.stream)
                : tracker.receive(number.number, of: number.stream)
            guard let action else { continue }
            changed.insert(number.stream)
            switch action {
            case .raise, .clear: actions.append(.log(action))
            case .change: break
            }
        }
        guard !changed.isEmpty else { return actions }
        for source in Set(changed.map(\.source)).sorted() { actions += requestLater(source) }
        return actions + alertLater()
    }

    // MARK: Replay

    private mutating func requestAll() -> [Action] {
        Set(tracker.gaps.map(\.stream.source)).sorted().flatMap { requestLater($0) }
    }

    /// Starts the replay of a source with missing events, unless it is in progress.
    private mutating func requestLater(_ source: String) -> [Action] {
        guard life == .running, tracker.replayed.contains(source), replays[source] == nil,
            !missing(of: source).isEmpty
        else { return [] }
        replays[source] = .waiting(seconds: DaemonLimits.replayDelaySeconds)
        return [.requestLater(source: source, seconds: DaemonLimits.replayDelaySeconds)]
    }

    private mutating func request(_ source: String) -> [Action] {
        guard case .waiting(let seconds) = replays[source] else { return [] }
        let missing = missing(of: source)
        guard !missing.isEmpty else {
            replays[source] = nil
            return []
        }
        replays[source] = .requesting(afterSeconds: seconds)
        return [.request(source: source, missing: missing)]
    }

    private mutating func replay(_ source: String, hasReceived: Bool) -> [Action] {
        guard case .requesting(let seconds) = replays[source] else { return [] }
        // Events that the source lacks too are requested at growing intervals.
        let next = hasReceived ? 0 : min(max(seconds * 2, 1), DaemonLimits.replayPauseSecondsMax)
        replays[source] = .waiting(seconds: next)
        return [.requestLater(source: source, seconds: next)]
    }

    // MARK: The alert

    /// Gathers changes: under load every event may change a gap, and each alert contains all gaps.
    private mutating func alertLater() -> [Action] {
        guard life == .running, alerting == .idle else { return [] }
        alerting = .waiting
        return [.alertLater]
    }

    private mutating func alert() -> [Action] {
        let open = tracker.openAlerts
        var notice = AlertNotice(code: NodeAlertCode.sequenceGap, from: openAlerts, to: open)
        // After a start the gaps are published once, even if nothing changed, as the answer to subscriptions.
        if notice == nil, alertNumber == 0, !open.isEmpty {
            notice = AlertNotice(code: NodeAlertCode.sequenceGap, open: open)
        }
        guard let notice else { return [.setOpenGaps(open.count)] }
        openAlerts = open
        alertNumber += 1
        return [.setOpenGaps(open.count), .publish(notice, number: alertNumber)]
    }
}

extension LossTracker {
    fileprivate var openAlerts: [OpenAlert<SequenceGap>] { gaps.map { OpenAlert($0.stream, missing: $0.missing) } }
}
