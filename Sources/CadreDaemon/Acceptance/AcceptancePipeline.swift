import CadreContract
import CadreJournal
import CadrePlanning
import CadreRuntime
import Logging

/// The path of all submissions, in order: read, evaluated, journaled, and only then delivered. It performs what
/// `AcceptanceState` decides. Source: ARCHITECTURE § 1.
actor AcceptancePipeline {
    private let journal: Journal
    private let queue: SubmissionQueue
    private let submissionReader: SharedReading
    private let receivers: AcceptanceReceivers
    private let probe: DiskProbe
    private let health: NodeHealth
    private let meters: NodeMeters
    private let logger: Logger
    private var state = AcceptanceState()
    private var acceptance: MissionAcceptance
    private var noticeLimiter = NoticeLimiter(perSecond: DaemonLimits.rejectedNoticesPerSecond)
    /// The batch that was read and is not yet being appended.
    private var next: CommitBatch?
    /// The batch that is to be appended again, or is durable. `nil` during an append, which owns it then.
    private var current: CommitBatch?
    /// The last failure of the journal.
    private var failure: JournalError?
    private var reading: Task<Void, Never>?
    private var appending: Task<Void, Never>?
    private var delivering: Task<Void, Never>?
    private var retrying: Task<Void, Never>?
    private var probing: Task<Void, Never>?
    private var finished: CheckedContinuation<Void, Never>?

    /// Creates a pipeline.
    /// - Parameter acceptance: The acceptance with the entities of the journal.
    init(
        journal: Journal, queue: SubmissionQueue, submissionReader: SharedReading, acceptance: MissionAcceptance,
        receivers: AcceptanceReceivers, probe: DiskProbe, health: NodeHealth, meters: NodeMeters, logger: Logger
    ) {
        self.journal = journal
        self.queue = queue
        self.submissionReader = submissionReader
        self.acceptance = acceptance
        self.receivers = receivers
        self.probe = probe
        self.health = health
        self.meters = meters
        self.logger = logger
    }

    /// Reads, commits and delivers submissions, until the queue is closed and empty. Call it once.
    func run() async {
        meters.set(queue: "intake", capacity: DaemonLimits.intakeBatchesWaiting)
        meters.set(queue: "submissions", capacity: DaemonLimits.submissionsWaiting)
        await withCheckedContinuation { continuation in
            finished = continuation
            handle(.start)
        }
    }

    /// Stops waiting for a disk that fails.
    func stop() { handle(.stop) }

    /// Lets the watchdog detect a stalled actor.
    func confirmResponsive() {}

    private func handle(_ event: AcceptanceState.Event) {
        for action in state.handle(event) { perform(action) }
    }

    private func perform(_ action: AcceptanceState.Action) {
        switch action {
        case .read: reading = Task { await read() }
        case .append:
            current = next
            next = nil
            refuseForeignMissions()
            appending = Task { await append() }
        case .appendAgain: appending = Task { await append() }
        case .deliver:
            guard let batch = current else { return }
            current = nil
            delivering = Task {
                await deliver(batch)
                handle(.delivered)
            }
        case .refuse: refuse()
        case .recover:
            health.setFault(nil, of: .journal)
            logger.notice("journal writable again")
        case .retryLater: retrying = Task { await retryLater() }
        case .cancelRetry: retrying?.cancel()
        case .probeLater: probing = Task { await probeLater() }
        case .cancelProbe: probing?.cancel()
        case .discard: current = nil
        case .finish: finished?.resume()
        }
    }

    // MARK: Reading

    private func read() async {
        guard let batch = await readNext() else { return handle(.ended) }
        next = batch
        handle(.read)
    }

    /// Reads the next group, not on the actor: the previous batch is being appended or delivered.
    @concurrent private nonisolated func readNext() async -> CommitBatch? {
        guard let group = await queue.dequeue(messagesMax: DaemonLimits.commitEvents) else { return nil }
        // A new configuration may have changed the reader.
        return CommitBatch(group, by: submissionReader.reader)
    }

    // MARK: Appending

    private func append() async {
        guard var batch = current else { return }
        current = nil
        let isJournaled = batch.isJournaled
        batch.evaluate(by: &acceptance)
        let event: AcceptanceState.Event
        do throws(JournalError) {
            try await journal.append(&batch.events)
            batch.reconcile(with: &acceptance)
            event = .appended(isWritten: isJournaled)
        } catch {
            acceptance.rollBack()
            failure = error
            event = .failed(remains: batch.remainsAfterRefusal)
        }
        current = batch
        handle(event)
    }

    private func refuseForeignMissions() {
        let depths = queue.depths
        meters.set(queue: "intake", to: depths.intake)
        meters.set(queue: "submissions", to: depths.requests)
        let dropped = current?.droppedCount ?? 0
        guard dropped > 0 else { return }
        meters.countEvents(dropped, type: NodeMeters.unknownType, .dropped)
        current?.refuseForeignMissions()
    }

    /// Reports the failure, and answers the submissions that wait for an answer.
    private func refuse() {
        guard let failure else { return }
        health.setFault("\(failure)", of: .journal)
        logger.error("journal not writable; nothing is accepted", metadata: ["error": "\(failure)"])
        // It does not contain the journal's path, which peers need not know.
        let error = ControlError(
            .internalError, reason: "the journal cannot be written; nothing was accepted: \(failure.detail)",
            expected: "retry when the disk is writable")
        for submission in queue.dequeueRequests() { submission.reply?(.failure(error)) }
        current?.refuse(error)
        next?.refuse(error)
    }

    private func retryLater() async {
        guard (try? await Task.sleep(for: .seconds(DaemonLimits.diskRetrySeconds))) != nil else { return }
        handle(.retryDue)
    }

    private func probeLater() async {
        guard (try? await Task.sleep(for: .seconds(DaemonLimits.diskRetrySeconds))) != nil else { return }
        let isWritable = await probe.isWritable()
        guard !Task.isCancelled else { return }
        handle(.probed(isWritable: isWritable))
    }

    // MARK: Delivering

    private func deliver(_ batch: CommitBatch) async {
        let result = CommitResult(batch)
        count(result, of: batch)
        // First the missions, then the answers: a client that gets an answer and asks for an estimate gets one that
        // covers its events.
        await receivers.missions.join(result.accepted)
        for part in batch.parts { part.submission.reply?(.success(batch.outcomes(of: part))) }
        if !result.received.isEmpty { await receivers.loss.receive(result.received) }
        await publish(result.rejected)
        await publish(result.superseded)
        // The next batch is not delivered yet: the state is that of this sequence.
        if let newest = result.newest { await receivers.snapshots.deliver(through: newest) }
    }

    private func count(_ result: CommitResult, of batch: CommitBatch) {
        for part in batch.parts {
            meters.eventSeconds.record(part.submission.arrived.duration(to: .now).inSeconds)
        }
        for (kind, count) in result.counts { meters.countEvents(count, type: kind.type, kind.outcome) }
        for (reason, count) in result.reasons { meters.countRejections(count, reason) }
        if let newest = result.newest { meters.set(journalSequence: newest) }
    }

    private func publish(_ rejected: [CommitResult.Rejected]) async {
        guard !rejected.isEmpty else { return }
        let now = Instant.now
        var notices: [OutgoingDocument] = []
        for rejected in rejected {
            logger.debug(
                "rejected",
                metadata: [
                    "reason": "\(rejected.rejection.reason.rawValue)", "detail": "\(rejected.rejection.detail)",
                    "source": "\(rejected.rejection.source ?? "")", "id": "\(rejected.rejection.id ?? "")",
                ])
            guard noticeLimiter.acquire(at: now.seconds) else { continue }
            let notice = RejectedNotice(rejected.rejection, topic: rejected.topic)
            notices.append(
                OutgoingDocument(
                    .rejected(rejected.rejection.mission, rejected.rejection.reason),
                    payload: notice.event(node: receivers.node, number: rejected.number, time: now)))
        }
        meters.countSocket(.estimates, .noticeHeldBack, rejected.count - notices.count)
        await receivers.publisher.publish(notices)
    }

    private func publish(_ superseded: [CommitResult.Superseded]) async {
        guard !superseded.isEmpty else { return }
        let now = Instant.now
        var notices: [OutgoingDocument] = []
        for superseded in superseded where noticeLimiter.acquire(at: now.seconds) {
            let event = superseded.event
            let mission = await receivers.missions.find(event.mission)
            guard let current = await mission?.currentStamp(of: event.document.key) else { continue }
            let notice = SupersededNotice(event.stamp, topic: superseded.topic, by: current)
            notices.append(
                OutgoingDocument(
                    .superseded(event.mission),
                    payload: notice.event(node: receivers.node, sequence: superseded.sequence, time: now)))
        }
        meters.countSocket(.estimates, .noticeHeldBack, superseded.count - notices.count)
        await receivers.publisher.publish(notices)
    }
}
