import CadreContract
import CadrePlanning
import CadreRuntime

/// Reports the node's status: every ten seconds, at its end, and on request. Source: CONTRACT § 4, "Status".
actor StatusReporter {
    private let node: ID<Node>
    private let started: Instant
    private let begun = ContinuousClock.now
    private let missions: MissionDirectory
    private let loss: LossWatch
    private let publisher: Publisher
    private let meters: NodeMeters
    private var endpoints = NodeStatus.Endpoints(intake: [], estimates: [], control: [])
    private var number = 0
    /// The counts at the last status, and its time: rates are the differences since then.
    private var last: (totals: [String: Int], at: ContinuousClock.Instant)
    private var rates: [String: Double] = [:]

    init(
        node: ID<Node>, started: Instant, missions: MissionDirectory, loss: LossWatch, publisher: Publisher,
        meters: NodeMeters
    ) {
        self.node = node
        self.started = started
        self.missions = missions
        self.loss = loss
        self.publisher = publisher
        self.meters = meters
        last = ([:], begun)
    }

    func set(_ endpoints: NodeStatus.Endpoints) {
        self.endpoints = endpoints
    }

    /// Publishes until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            await publish()
            // Cancelled: the last status is the stopping node's to publish.
            try? await Task.sleep(for: .seconds(StatusNotice.intervalSeconds))
        }
    }

    func publish() async {
        updateRates()
        let notice = await notice()
        number += 1
        let payload = notice.event(node: node, started: started, number: number, time: .now)
        await publisher.publish([OutgoingDocument(.status(node), payload: payload)])
    }

    /// Returns the current status.
    func now() async -> NodeStatus.Answer {
        NodeStatus.Answer(status: await notice(), endpoints: endpoints)
    }

    private func notice() async -> StatusNotice {
        let revisions = await missions.revisions
        // Digests are computed here, not on the thread of the socket.
        let values = await publisher.lastValues()
        return StatusNotice(
            version: CadreVersion.current, uptimeSeconds: begun.duration(to: .now).inSeconds,
            // Includes missions that this shard does not plan: their events may be in its journal.
            revision: meters.journalNewest,
            missions: Dictionary(uniqueKeysWithValues: revisions.map { ($0.key.text, $0.value) }),
            topics: Dictionary(values.map { ($0.topic.text, $0.digest) }, uniquingKeysWith: { $1 }),
            opened: await loss.opened, rates: rates, queues: meters.queues, counters: meters.totals)
    }

    private func updateRates() {
        let totals = meters.totals
        let seconds = max(last.at.duration(to: .now).inSeconds, 0.001)
        rates = totals.mapValues { Double($0) }
        for (name, total) in last.totals { rates[name, default: 0] -= Double(total) }
        rates = rates.filter { $0.key.hasPrefix("events_") }.mapValues { $0 / seconds }
        last = (totals, .now)
    }
}
