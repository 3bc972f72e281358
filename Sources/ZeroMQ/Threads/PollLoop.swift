import CZeroMQ
import Glibc
import Logging
import Threading

/// The loop of a ``SocketThread``. A turn is one poll over its sockets, descriptors and the wake-up, then a bounded
/// piece of work for each that is ready, then the calls that are due. Used only on that thread.
final class PollLoop: ThreadLoop {
    private enum End { case terminated, failed(ZeroMQError) }

    private let wakeUp: WakeUp
    private let logger: Logger
    private var registrations: [Registration] = []
    /// The poll set, and the registration of each item after the first, which is the wake-up.
    private var items: [zmq_pollitem_t] = []
    private var polled: [Registration] = []
    var needsRebuild = true
    /// Whether everything was closed: no registration may be added any more.
    private(set) var hasEnded = false
    private var timers = TimerQueue()
    private var pausedAskedAt = ContinuousClock.now

    init(wakeUp: WakeUp, logger: Logger) {
        self.wakeUp = wakeUp
        self.logger = logger
    }

    func add(_ registration: Registration) {
        registrations.append(registration)
        if case .socket(let core) = registration.source {
            core.willClose = { [weak self, weak registration] in
                if let registration { self?.remove(registration) }
            }
        }
        needsRebuild = true
    }

    func remove(_ registration: Registration) {
        registration.loop = nil
        registration.onReadable = nil
        registration.onWritable = nil
        registration.onEnd = nil
        if case .socket(let core) = registration.source { core.willClose = nil }
        registrations.removeAll { $0 === registration }
        needsRebuild = true
    }

    func schedule(_ call: ScheduledCall) { timers.insert(call) }

    /// Closes every socket and removes all registrations.
    ///
    /// Monitors are closed last, regardless of the order of registration: libzmq's I/O thread sends an event with a
    /// blocking call. Without a receiver it would wait indefinitely, with the lock that closing the monitored socket
    /// needs.
    func close() {
        hasEnded = true
        for registration in registrations.filter({ !$0.isMonitor }) + registrations.filter(\.isMonitor) {
            let onEnd = registration.onEnd
            remove(registration)
            if case .socket(let core) = registration.source { core.close() }
            onEnd?()
        }
        timers.removeAll()
        items.removeAll()
        polled.removeAll()
    }

    /// Runs one turn. Returns `false` when the context is shut down or the poll fails.
    func turn(mayWait: Bool) -> Bool {
        switch poll(mayWait: mayWait) {
        case nil: return true
        case .terminated: logger.debug("socket loop ended: context shut down")
        case .failed(let error): logger.error("socket loop ended", metadata: ["error": "\(error)"])
        }
        return false
    }

    /// Polls once. It does not wait if jobs are queued, so that neither sockets nor jobs starve the other.
    private func poll(mayWait: Bool) -> End? {
        if needsRebuild { rebuild() }
        let result = cz_poll(&items, Int32(items.count), mayWait ? waitMs() : 0)
        // Interrupted: the next turn computes the remaining wait from the deadlines.
        if result < 0 && result != -EINTR {
            return result == -Int32(ETERM) ? .terminated : .failed(ZeroMQError(result: result, "poll"))
        }
        if result > 0 {
            if items[0].revents != 0 { wakeUp.clear() }
            callReady()
        }
        for call in timers.takeDue(at: .now) { call.run() }
        return askPaused()
    }

    private func callReady() {
        // A handler may register, pause and close: the poll set is rebuilt after the turn, not during this loop.
        for (index, registration) in polled.enumerated() {
            let ready = Int32(items[index + 1].revents)
            if ready == 0 { continue }
            // An error on a descriptor counts as readable: reading reports it.
            if ready & ~ZMQ_POLLOUT != 0 && !registration.isPaused { registration.onReadable?() }
            if ready & ZMQ_POLLOUT != 0 && registration.wantsWritable { registration.onWritable?() }
        }
    }

    /// Reads the events of paused sockets at intervals, because libzmq works on a socket only within calls on it.
    private func askPaused() -> End? {
        guard registrations.contains(where: \.isPaused) else { return nil }
        let now = ContinuousClock.now
        guard pausedAskedAt.duration(to: now) >= .milliseconds(ZeroMQLimits.pausedPollMs) else { return nil }
        pausedAskedAt = now
        for registration in registrations where registration.isPaused {
            guard case .socket(let core) = registration.source else { continue }
            do {
                _ = try core.events()
            } catch {
                return error.code == .terminated ? .terminated : .failed(error)
            }
        }
        return nil
    }

    private func waitMs() -> Int {
        var wait = ZeroMQLimits.pollMsMax
        let now = ContinuousClock.now
        if let next = timers.next { wait = min(wait, now.duration(to: next).wholeMilliseconds) }
        if registrations.contains(where: \.isPaused) {
            let asked = pausedAskedAt.advanced(by: .milliseconds(ZeroMQLimits.pausedPollMs))
            wait = min(wait, now.duration(to: asked).wholeMilliseconds)
        }
        return wait
    }

    private func rebuild() {
        needsRebuild = false
        items.removeAll(keepingCapacity: true)
        polled.removeAll(keepingCapacity: true)
        items.append(zmq_pollitem_t(socket: nil, fd: wakeUp.descriptor, events: Int16(ZMQ_POLLIN), revents: 0))
        for registration in registrations where !registration.isPaused {
            // Readability is always requested, even without a handler: only then are a PUB's commands read.
            let events = Int16(registration.wantsWritable ? ZMQ_POLLIN | ZMQ_POLLOUT : ZMQ_POLLIN)
            switch registration.source {
            case .socket(let core):
                guard let handle = try? core.opened("poll") else { continue }
                items.append(zmq_pollitem_t(socket: handle, fd: -1, events: events, revents: 0))
            case .descriptor(let descriptor):
                items.append(zmq_pollitem_t(socket: nil, fd: descriptor, events: events, revents: 0))
            }
            polled.append(registration)
        }
    }
}
