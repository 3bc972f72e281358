import CadreContract
import CadreJournal
import CadrePlanning
import CadreRuntime
import Logging

/// The path of all submissions, in order: validated, journaled, and only then delivered.
/// Source: ARCHITECTURE § 1.
actor Gate {
    private let journal: Journal
    private let queue: SubmissionQueue
    private let outlets: GateOutlets
    private let probe: DiskProbe
    private let health: NodeHealth
    private let meters: NodeMeters
    private let logger: Logger
    private var register: EntityRegister
    /// The number of the newest rejection in the journal.
    private var lastRejection: Int
    private var allowance = NoticeAllowance(perSecond: DaemonLimits.rejectedNoticesPerSecond)
    /// Delivers the group committed last; one at a time, so that deliveries are in order.
    private var deliveryTask: Task<Void, Never>?
    private var isStopping = false
    /// Checks whether a failed disk is writable again while there is nothing to write to it.
    private var probing: Task<Void, Never>?

    /// Creates a gate.
    /// - Parameters:
    ///   - register: The entities of the journal.
    ///   - lastRejection: The number of the newest rejection in the journal.
    init(
        journal: Journal, queue: SubmissionQueue, register: EntityRegister, lastRejection: Int, outlets: GateOutlets,
        probe: DiskProbe, health: NodeHealth, meters: NodeMeters, logger: Logger
    ) {
        self.journal = journal
        self.queue = queue
        self.register = register
        self.lastRejection = lastRejection
        self.outlets = outlets
        self.probe = probe
        self.health = health
        self.meters = meters
        self.logger = logger
    }

    /// Reads and commits submissions, until the queue is closed and empty. While one group is on its way to the disk,
    /// the next is read, and the one before it is delivered.
    /// - Parameter reader: Called for each group: a new configuration may have changed the reader.
    nonisolated func run(reader: @Sendable () -> SubmissionReader) async {
        var committing: Task<Void, Never>?
        meters.set(queue: "intake", capacity: DaemonLimits.intakeBatchesWaiting)
        meters.set(queue: "submissions", capacity: DaemonLimits.submissionsWaiting)
        while let group = await queue.take(messagesMax: DaemonLimits.commitEvents) {
            let reader = reader()
            let read = group.map(reader.read)
            await committing?.value
            let depths = queue.depths
            meters.set(queue: "intake", to: depths.intake)
            meters.set(queue: "submissions", to: depths.asked)
            committing = Task { await commit(read) }
        }
        await committing?.value
        await drainDeliveries()
    }

    /// Stops waiting for a disk that fails.
    func stop() {
        isStopping = true
        probing?.cancel()
    }

    /// Lets the watchdog detect a stalled actor.
    func confirmResponsive() {}

    // MARK: Committing

    private func commit(_ group: [ReadSubmission]) async {
        var group = answeringForeignMissions(group)
        while !group.isEmpty {
            let judgement = Judgement(group, noting: &register)
            do throws(JournalError) {
                var outcomes: [AppendOutcome] = []
                if !judgement.arrivals.isEmpty || !judgement.rejections.isEmpty {
                    outcomes = try await journal.append(judgement.arrivals, rejections: judgement.rejections)
                }
                health.setFault(nil, of: .journal)
                let superseded = judgement.settle(outcomes, in: &register)
                await drainDeliveries()
                deliveryTask = Task { [group] in await deliver(group, judgement, outcomes, superseded) }
                return
            } catch {
                register.undo(judgement.notes)
                health.setFault("\(error)", of: .journal)
                logger.error("journal not writable; nothing is accepted", metadata: ["error": "\(error)"])
                refuseWaiting(because: error)
                group = refusing(group, because: error)
                guard !isStopping else { return }
                guard !group.isEmpty else { return probeSoon() }
                // Cut short when the node stops; intake's events are not acknowledged, and may be lost.
                try? await Task.sleep(for: .seconds(DaemonLimits.diskRetrySeconds))
            }
        }
    }

    /// Probes the disk: nothing is left to write, and submissions are refused until the disk is writable.
    private func probeSoon() {
        guard probing == nil else { return }
        probing = Task {
            repeat {
                guard (try? await Task.sleep(for: .seconds(DaemonLimits.diskRetrySeconds))) != nil else { return }
            } while !(await probe.isWritable())
            probing = nil
            health.setFault(nil, of: .journal)
            logger.notice("journal writable again")
        }
    }

    /// Answers the submissions with an event of another shard's mission: a submission with a reply is not accepted in part.
    private func answeringForeignMissions(_ group: [ReadSubmission]) -> [ReadSubmission] {
        group.filter { read in
            let dropped = read.dropped.values.reduce(0, +)
            guard dropped > 0 else { return true }
            meters.countEvents(dropped, type: NodeMeters.unknownType, .dropped)
            guard let reply = read.submission.reply, read.submission.road == .control else { return true }
            let names = read.dropped.keys.sorted().prefix(3).map(\.text).joined(separator: ", ")
            reply(
                .failure(
                    ControlError(
                        .unknownMission, reason: "this node does not plan \(names); nothing was accepted",
                        member: "params.events", expected: "events of this node's missions")))
            return false
        }
    }

    /// Answers the waiting submissions that nothing was journaled, and keeps the others.
    private func refusing(_ group: [ReadSubmission], because error: JournalError) -> [ReadSubmission] {
        group.filter { read in
            guard let reply = read.submission.reply else { return true }
            reply(.failure(Self.refusal(error)))
            return false
        }
    }

    private func refuseWaiting(because error: JournalError) {
        for submission in queue.takeAsked() { submission.reply?(.failure(Self.refusal(error))) }
    }

    /// Returns the answer to a submission. It does not contain the journal's path, which peers need not know.
    private static func refusal(_ error: JournalError) -> ControlError {
        ControlError(
            .internalError, reason: "the journal cannot be written; nothing was accepted: \(error.detail)",
            expected: "retry when the disk is writable")
    }

    // MARK: Delivering

    /// Waits until all committed groups are delivered.
    private func drainDeliveries() async { await deliveryTask?.value }

    private func deliver(
        _ group: [ReadSubmission], _ judgement: Judgement, _ outcomes: [AppendOutcome], _ superseded: [Bool]
    ) async {
        var news = CommitNews(lastRejection: lastRejection, judgedBefore: judgement.rejections.count)
        var replies: [() -> Void] = []
        for (read, places) in zip(group, judgement.places) {
            var answers: [EventSubmit.Outcome] = []
            answers.reserveCapacity(places.count)
            for (event, place) in zip(read.events, places) {
                switch place {
                case .head: answers.append(news.note(head: event))
                case .rejected(let rejection): answers.append(news.note(rejection, of: event))
                case .arrival(let index):
                    answers.append(
                        news.note(
                            judgement.arrivals[index], outcomes[index], isSuperseded: superseded[index], of: event,
                            in: read.submission))
                }
            }
            meters.eventSeconds.record(read.submission.arrived.duration(to: .now).inSeconds)
            if let reply = read.submission.reply { replies.append { reply(.success(answers)) } }
        }
        lastRejection += news.rejected.count
        count(news)
        // First the missions, then the answers: whoever is answered and asks for an estimate gets one that covers it.
        await outlets.missions.join(news.accepted)
        for reply in replies { reply() }
        if !news.heard.isEmpty { await outlets.loss.hear(news.heard) }
        await publish(news.rejected)
        await publish(news.superseded)
    }

    private func count(_ news: CommitNews) {
        for (kind, count) in news.counts { meters.countEvents(count, type: kind.type, kind.outcome) }
        for (reason, count) in news.reasons { meters.countRejections(count, reason) }
        if let newest = news.newest { meters.set(journalSequence: newest) }
    }

    private func publish(_ rejected: [CommitNews.Rejected]) async {
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
            guard allowance.take(at: now.seconds) else { continue }
            let notice = RejectedNotice(rejected.rejection, topic: rejected.topic)
            notices.append(
                OutgoingDocument(
                    .rejected(rejected.rejection.mission, rejected.rejection.reason),
                    payload: notice.event(node: outlets.node, number: rejected.number, time: now)))
        }
        meters.countSocket(.estimates, .noticeHeldBack, rejected.count - notices.count)
        await outlets.publisher.publish(notices)
    }

    private func publish(_ superseded: [CommitNews.Superseded]) async {
        guard !superseded.isEmpty else { return }
        let now = Instant.now
        var notices: [OutgoingDocument] = []
        for superseded in superseded where allowance.take(at: now.seconds) {
            let event = superseded.event
            guard let current = await outlets.missions.find(event.mission)?.currentStamp(of: event.document.key) else {
                continue
            }
            let notice = SupersededNotice(event.stamp, topic: superseded.topic, by: current)
            notices.append(
                OutgoingDocument(
                    .superseded(event.mission),
                    payload: notice.event(node: outlets.node, sequence: superseded.sequence, time: now)))
        }
        meters.countSocket(.estimates, .noticeHeldBack, superseded.count - notices.count)
        await outlets.publisher.publish(notices)
    }
}
