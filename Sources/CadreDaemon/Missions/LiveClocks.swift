import CadreContract
import CadreJournal
import CadrePlanning
import Logging

/// Moves the clocks of missions that are `live`: one event per mission at 00:00 UTC, which is accepted like any other.
/// An untrusted date waits, and raises an alert. Source: CONTRACT § 2, `clock.advanced`.
actor LiveClocks {
    /// The objects of the node that it uses.
    struct Dependencies: Sendable {
        let node: ID<Node>
        /// The time at which the node started.
        let started: Instant
        let missions: MissionDirectory
        let queue: SubmissionQueue
        let journal: JournalReader
        let publisher: Publisher
        let logger: Logger
    }

    private let dependencies: Dependencies
    private let begun = ContinuousClock.now
    private var dates: TrustedDates?
    private var openAlerts: [OpenAlert<String>] = []
    private var alertNumber = 0

    /// Seconds between readings of the machine's clock: it may be set, and the machine may sleep at midnight.
    private static let lookSeconds = 30

    init(_ dependencies: Dependencies) {
        self.dependencies = dependencies
    }

    /// Runs until the task is cancelled. It begins with the events that are due since the node was stopped.
    func run() async {
        while !Task.isCancelled {
            let now = Instant.now
            await look(now)
            let midnight = (now.day.number + 1) * 86_400
            let seconds = min(Self.lookSeconds, max(1, midnight - now.seconds))
            guard (try? await Task.sleep(for: .seconds(seconds))) != nil else { return }
        }
    }

    /// Submits the events that are due at this time, unless its date is untrusted.
    private func look(_ now: Instant) async {
        var due: [ClockEvent] = []
        var recorded: [Int] = []
        for mission in await dependencies.missions.all {
            if let clock = await mission.clockDue(on: now.day) { due.append(clock) }
            guard dates == nil else { continue }
            if let time = await mission.clockMoved(by: dependencies.node) { recorded.append(time.seconds) }
        }
        let received = await newestReceived()
        let monotonic = Int(begun.duration(to: .now).components.seconds)
        var dates =
            self.dates
            ?? TrustedDates(start: now.seconds - monotonic, recorded: recorded + (received.map { [$0.seconds] } ?? []))
        if let received { dates.learn(received: received.seconds, at: monotonic) }
        self.dates = dates
        let isTrusted = due.isEmpty || dates.isTrusted(now.day, at: monotonic)
        await alert(isTrusted ? nil : dates.newestDay, now)
        guard isTrusted else { return }
        for clock in due { await submit(clock) }
    }

    /// Returns the time at which the journal's last event arrived, or `nil` if the journal is empty or cannot be read.
    private func newestReceived() async -> Instant? {
        do throws(JournalError) {
            let newest = try await dependencies.journal.newest()
            return newest > 0 ? try await dependencies.journal.entry(newest)?.received : nil
        } catch {
            dependencies.logger.warning("newest event of the journal unreadable", metadata: ["error": "\(error)"])
            return nil
        }
    }

    private func submit(_ clock: ClockEvent) async {
        let message = IncomingMessage(.events(clock.event(node: dependencies.node)))
        let metadata: Logger.Metadata = ["mission": "\(clock.mission)", "id": "\(clock.id)"]
        switch await dependencies.queue.submit([message], by: .control) {
        case .success: dependencies.logger.info("mission clock advanced", metadata: metadata)
        case .failure(let error):
            // It stays due, and is submitted at the next look.
            dependencies.logger.warning(
                "mission clock not advanced", metadata: metadata.merging(["reason": "\(error.reason)"]) { $1 })
        }
    }

    /// Publishes whether live clocks wait.
    /// - Parameter known: The newest known date if the clock is untrusted.
    private func alert(_ known: Day?, _ now: Instant) async {
        let node = dependencies.node
        let open = known.map { [OpenAlert(clockOf: node, at: now.day, known: $0)] } ?? []
        guard let notice = AlertNotice(code: NodeAlertCode.clockJump, from: openAlerts, to: open) else { return }
        if open.isEmpty {
            dependencies.logger.notice("machine clock plausible again")
        } else {
            dependencies.logger.error(
                "machine clock jumped; live mission clocks wait",
                metadata: ["date": "\(now.day.text)", "known": "\(known?.text ?? "")"])
        }
        openAlerts = open
        alertNumber += 1
        let payload = notice.event(node: node, started: dependencies.started, number: alertNumber, time: now)
        await dependencies.publisher.publish([OutgoingDocument(.nodeAlert(node, .clockJump), payload: payload)])
    }
}
