import Glibc
import Synchronization

/// A thread that waits for the process's signals, and for the deadline of the orderly end.
///
/// A thread of its own and not a task: it answers also when no task runs any more.
final class SignalThread: Sendable {
    private struct State {
        var policy: StopPolicy
        var isEnded = false
    }

    private let state: Mutex<State>
    private let act: @Sendable (StopPolicy.Action, _ signal: Int32?) -> Void
    /// Where signals come from outside; `nil`: from nowhere.
    private let source: Int32?
    /// A byte is the number of a signal, or 0 to look at the state again. Open as long as this object, which the thread
    /// keeps alive.
    private let wakeUp: Pipe

    /// - Parameters:
    ///   - source: Where the numbers of signals are read, a byte each.
    ///   - act: Called on the thread; it does not block for long.
    init(
        stopWithin: Duration, source: Int32?, act: @escaping @Sendable (StopPolicy.Action, _ signal: Int32?) -> Void
    ) {
        // Without two descriptors at its start the daemon could open neither journal nor socket.
        guard let pipe = Pipe.make() else { preconditionFailure("no descriptors for the signals' thread") }
        wakeUp = pipe
        state = Mutex(State(policy: StopPolicy(stopWithin: stopWithin)))
        self.source = source
        self.act = act
    }

    deinit {
        close(wakeUp.readEnd)
        close(wakeUp.writeEnd)
    }

    /// Starts it. It keeps itself alive until ``end()``.
    func start() {
        var thread = pthread_t()
        let retained = Unmanaged.passRetained(self)
        let result = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<SignalThread>.fromOpaque(argument).takeRetainedValue().run() }
                return nil
            }, retained.toOpaque())
        // EAGAIN: no more threads may be made. Nothing of the daemon could run then.
        precondition(result == 0, "no thread for signals: \(String(cString: strerror(result)))")
        pthread_detach(thread)
    }

    /// The orderly end began: from here on its time runs.
    func stopBegan() {
        state.withLock { $0.policy.stopBegan(at: .now) }
        deliver(0)
    }

    /// Ends the thread: the orderly end is over.
    func end() {
        state.withLock { $0.isEnded = true }
        deliver(0)
    }

    /// A signal as if the process had got it.
    func deliver(_ signal: Int32) {
        var number = UInt8(truncatingIfNeeded: signal)
        _ = write(wakeUp.writeEnd, &number, 1)
    }

    private func run() {
        if source != nil {
            // The handler may run here, should every other thread block the signals.
            var set = ProcessSignals.set
            pthread_sigmask(SIG_UNBLOCK, &set, nil)
        }
        while let deadline = state.withLock({ $0.isEnded ? nil : .some($0.policy.deadline) }) {
            let signals = wait(until: deadline)
            for signal in signals { decide(signal) { $0.received(signal, at: .now) } }
            decide(nil) { $0.passed(at: .now) }
        }
    }

    private func decide(_ signal: Int32?, _ decision: (inout StopPolicy) -> StopPolicy.Action) {
        // Ended meanwhile: too late to be too late.
        let action = state.withLock { $0.isEnded ? .none : decision(&$0.policy) }
        if action != .none { act(action, signal) }
    }

    /// - Returns: The signals that came; none when the time is over, or when the thread was woken for something else.
    private func wait(until deadline: StopPolicy.Clock.Instant?) -> [Int32] {
        var descriptors = [wakeUp.readEnd, source].compactMap { $0 }
            .map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        _ = poll(&descriptors, nfds_t(descriptors.count), deadline.map(Self.milliseconds) ?? -1)
        return descriptors.flatMap { descriptor in
            var bytes = [UInt8](repeating: 0, count: 64)
            let count = read(descriptor.fd, &bytes, bytes.count)  // -1 where nothing is there
            return bytes.prefix(max(0, count)).filter { $0 != 0 }.map(Int32.init)
        }
    }

    /// Until then, rounded up: rounded down it would poll without waiting for the last millisecond.
    private static func milliseconds(until deadline: StopPolicy.Clock.Instant) -> Int32 {
        let (seconds, attoseconds) = max(.zero, StopPolicy.Clock.now.duration(to: deadline)).components
        let milliseconds = min(seconds, 1_000_000) * 1_000 + attoseconds / 1_000_000_000_000_000 + 1
        return Int32(clamping: milliseconds)
    }
}
