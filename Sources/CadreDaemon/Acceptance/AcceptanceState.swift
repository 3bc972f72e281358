/// The order in which batches are read, appended to the journal and delivered, also while the disk fails. Performs no
/// I/O. Source: ARCHITECTURE § 4.
///
/// At most three batches are in progress: while the first is delivered, the second is appended and the third is read.
struct AcceptanceState: Hashable, Sendable {
    /// An event that the pipeline reports.
    enum Event: Hashable {
        case start
        /// The next batch was read.
        case read
        /// The queue is closed and empty.
        case ended
        /// The batch is durable. `isWritten` is `false` if the journal was not needed.
        case appended(isWritten: Bool)
        /// The journal failed. `remains` is `false` if every submission of the batch gets an answer, so that
        /// there is nothing left to append.
        case failed(remains: Bool)
        case retryDue
        case probed(isWritable: Bool)
        case delivered
        /// The node is stopping; the queue will be closed.
        case stop
    }

    /// An effect that the pipeline must perform.
    enum Action: Hashable {
        /// Read the next batch.
        case read
        /// Append the batch that was read, or the same batch once more.
        case append, appendAgain
        /// Deliver the durable batch.
        case deliver
        /// Report that the journal is not writable, and answer all submissions that wait for an answer.
        case refuse
        /// Report that the journal is writable again.
        case recover
        case retryLater, cancelRetry
        /// Probe the disk later.
        case probeLater, cancelProbe
        /// Discard the rest of the batch, which was not acknowledged.
        case discard
        /// Everything is delivered.
        case finish
    }

    private enum Reading: Hashable { case notStarted, reading, waiting, ended, finished }
    private enum Appending: Hashable { case idle, appending, retrying, durable }
    private enum Delivering: Hashable { case idle, delivering }
    private enum Disk: Hashable { case writable, failed, probing }
    private enum Life: Hashable { case running, stopping }

    private var reading = Reading.notStarted
    private var appending = Appending.idle
    private var delivering = Delivering.idle
    private var disk = Disk.writable
    private var life = Life.running

    /// Handles an event. An event that no action announced has no effect.
    mutating func handle(_ event: Event) -> [Action] {
        switch event {
        case .start:
            guard reading == .notStarted else { return [] }
            reading = .reading
            return [.read]
        case .read:
            guard reading == .reading else { return [] }
            reading = .waiting
            return advance()
        case .ended:
            guard reading == .reading else { return [] }
            reading = .ended
            return advance()
        case .appended(let isWritten): return append(isWritten: isWritten)
        case .failed(let remains): return fail(remains: remains)
        case .retryDue:
            guard appending == .retrying else { return [] }
            appending = .appending
            return [.appendAgain]
        case .probed(let isWritable):
            guard disk == .probing else { return [] }
            guard isWritable else { return [.probeLater] }
            disk = .writable
            return [.recover]
        case .delivered:
            guard delivering == .delivering else { return [] }
            delivering = .idle
            return advance()
        case .stop: return stop()
        }
    }

    private mutating func append(isWritten: Bool) -> [Action] {
        guard appending == .appending else { return [] }
        appending = .durable
        let actions: [Action]
        switch (disk, isWritten) {
        case (.writable, _), (.probing, false): actions = []
        case (.failed, true):
            disk = .writable
            actions = [.recover]
        case (.probing, true):
            disk = .writable
            actions = [.cancelProbe, .recover]
        case (.failed, false):
            // Only heads remained of a batch that failed: nothing else shows when the disk is writable.
            guard life == .running else { return advance() }
            disk = .probing
            actions = [.probeLater]
        }
        return actions + advance()
    }

    private mutating func fail(remains: Bool) -> [Action] {
        guard appending == .appending else { return [] }
        var actions = [Action.refuse]
        if disk == .writable { disk = .failed }
        switch (life, remains) {
        case (.running, true):
            appending = .retrying
            // The next attempt shows whether the disk is writable.
            if disk == .probing { actions.append(.cancelProbe) }
            disk = .failed
            return actions + [.retryLater]
        case (.running, false):
            appending = .idle
            actions.append(.discard)
            if disk != .probing { actions.append(.probeLater) }
            disk = .probing
        case (.stopping, _):
            appending = .idle
            actions.append(.discard)
        }
        return actions + advance()
    }

    private mutating func stop() -> [Action] {
        guard life == .running else { return [] }
        life = .stopping
        var actions: [Action] = []
        if disk == .probing {
            disk = .failed
            actions.append(.cancelProbe)
        }
        if appending == .retrying {
            // The last attempt.
            appending = .appending
            actions += [.cancelRetry, .appendAgain]
        }
        return actions
    }

    /// Starts every step that can start now.
    private mutating func advance() -> [Action] {
        var actions: [Action] = []
        if appending == .durable, delivering == .idle {
            appending = .idle
            delivering = .delivering
            actions.append(.deliver)
        }
        if reading == .waiting, appending == .idle {
            appending = .appending
            reading = .reading
            actions += [.append, .read]
        }
        if reading == .ended, appending == .idle, delivering == .idle {
            reading = .finished
            actions.append(.finish)
        }
        return actions
    }
}
