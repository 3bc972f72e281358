import Glibc
import Synchronization
import Threading

/// A thread that waits for the process's signals, and for the deadline of the graceful shutdown.
///
/// A dedicated thread and not a task: it responds even if no task runs any more.
final class SignalThread: Sendable {
    private struct State {
        var policy: StopPolicy
        /// Signals that ``deliver(_:)`` passed on.
        var delivered: [Int32] = []
        var isEnded = false
    }

    private let state: Mutex<State>
    private let act: @Sendable (StopPolicy.Action, _ signal: Int32?) -> Void
    private let source: Int32?
    private let wakeUp: WakeUp

    /// Creates the thread's state; ``start()`` starts it.
    /// - Parameters:
    ///   - source: The descriptor from which the numbers of signals are read, a byte each, or `nil` for none.
    ///   - act: Called on the thread; it does not block for long.
    init(
        _ policy: StopPolicy, source: Int32?, act: @escaping @Sendable (StopPolicy.Action, _ signal: Int32?) -> Void
    ) throws(ThreadingError) {
        wakeUp = try WakeUp()
        state = Mutex(State(policy: policy))
        self.source = source
        self.act = act
    }

    /// Starts the thread, which keeps this object alive until ``end()``.
    func start() throws(ThreadingError) {
        try DetachedThread.start(name: "cadre-signals") { self.run() }
    }

    /// Starts the time of the graceful shutdown, which another cause began.
    func stopBegan() {
        change { $0.policy.stopBegan(at: .now) }
    }

    /// Ends the thread: the graceful shutdown is over.
    func end() {
        change { $0.isEnded = true }
    }

    /// Passes on a signal as if the process had received it.
    func deliver(_ signal: Int32) {
        change { $0.delivered.append(signal) }
    }

    private func change(_ body: (inout State) -> Void) {
        state.withLock { body(&$0) }
        wakeUp.signal()
    }

    private func run() {
        if source != nil {
            // The handler may run here, should every other thread block the signals.
            var set = ProcessSignals.set
            pthread_sigmask(SIG_UNBLOCK, &set, nil)
        }
        while let deadline = state.withLock({ $0.isEnded ? nil : .some($0.policy.deadline) }) {
            wakeUp.wait(orReadable: source, until: deadline)
            for signal in receivedSignals() { decide(signal) { $0.received(signal, at: .now) } }
            decide(nil) { $0.passed(at: .now) }
        }
    }

    private func decide(_ signal: Int32?, _ decision: (inout StopPolicy) -> StopPolicy.Action) {
        // Shutdown has completed: ignore the deadline.
        let action = state.withLock { $0.isEnded ? .none : decision(&$0.policy) }
        if action != .none { act(action, signal) }
    }

    /// Returns the signals that arrived since the last call, without waiting.
    private func receivedSignals() -> [Int32] {
        let delivered = state.withLock { state in
            defer { state.delivered = [] }
            return state.delivered
        }
        guard let source else { return delivered }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(source, &bytes, bytes.count)  // -1 if nothing is there
        return delivered + bytes.prefix(max(0, count)).map(Int32.init)
    }
}
