import CadreContract

/// The last values of topics, and the answers to new subscriptions. Performs no I/O, and timers are events.
/// Sources: CONTRACT § 4; ARCHITECTURE § 4.
struct PublisherState {
    /// An event that the publisher reports.
    enum Event {
        /// The socket is bound.
        case bound
        /// Documents to publish, in this order.
        case published([OutgoingDocument])
        /// New subscriptions of these prefixes.
        case subscribed([[UInt8]])
        /// The time for which subscriptions are gathered is over.
        case answerDue
        case close
    }

    /// An effect that the publisher must perform.
    enum Action {
        case send([OutgoingDocument])
        /// Report `answerDue` after the time for which subscriptions are gathered.
        case answerLater
        /// Stop or continue reading subscriptions.
        case pauseReading, resumeReading
        /// Close the socket.
        case close
    }

    private enum Life: Equatable { case unbound, bound, closed }
    /// The new subscriptions that are not answered yet. Each prefix is answered once.
    private enum Gathering: Equatable { case idle, gathering(Set<[UInt8]>), paused(Set<[UInt8]>) }

    private var values = LastValues()
    private var gathering = Gathering.idle
    private var life = Life.unbound
    /// The number of statuses so far: each contains the next window of last values.
    private var statusCount = 0

    /// Handles an event. A report that no action announced has no effect.
    mutating func handle(_ event: Event) -> [Action] {
        switch event {
        case .bound:
            guard life == .unbound else { return [] }
            life = .bound
            return []
        case .published(let documents):
            for document in documents { values.keep(document) }
            return life == .bound && !documents.isEmpty ? [.send(documents)] : []
        case .subscribed(let prefixes): return gather(prefixes)
        case .answerDue: return answer()
        case .close:
            guard life != .closed else { return [] }
            let actions = answer()
            life = .closed
            return actions + [.close]
        }
    }

    /// Returns last values for one status: all of them, or the next window of many.
    mutating func valuesForStatus() -> [OutgoingDocument] {
        defer { statusCount += 1 }
        return values.values(turn: statusCount, window: DaemonLimits.statusTopics)
    }

    private mutating func gather(_ prefixes: [[UInt8]]) -> [Action] {
        guard life == .bound, !prefixes.isEmpty else { return [] }
        switch gathering {
        case .idle:
            gathering = .gathering(Set(prefixes))
            return [.answerLater] + pauseIfFull(Set(prefixes))
        case .gathering(let gathered):
            let all = gathered.union(prefixes)
            gathering = .gathering(all)
            return pauseIfFull(all)
        case .paused(let gathered):
            // Subscriptions that were read before the pause.
            gathering = .paused(gathered.union(prefixes))
            return []
        }
    }

    private mutating func pauseIfFull(_ gathered: Set<[UInt8]>) -> [Action] {
        guard gathered.count >= DaemonLimits.prefixesGathered else { return [] }
        gathering = .paused(gathered)
        return [.pauseReading]
    }

    private mutating func answer() -> [Action] {
        defer { gathering = .idle }
        guard life == .bound else { return [] }
        switch gathering {
        case .idle: return []
        case .gathering(let prefixes): return [.send(values.matching(prefixes))]
        case .paused(let prefixes): return [.resumeReading, .send(values.matching(prefixes))]
        }
    }
}
