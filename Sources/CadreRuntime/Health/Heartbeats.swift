import Synchronization

/// Detects stalled components of a daemon. A component is an actor (or several), asked by a closure that returns once the
/// actor has run; a component that does not answer in time counts as stalled.
///
/// ```swift
/// heartbeats.watch("journal") { await journal.confirmResponsive() }
/// ```
/// Read by `/livez` and by the ``Watchdog``. If the whole cooperative pool stalls, the questions stop and so does the
/// watchdog: the effect is the same.
public final class Heartbeats: Sendable {
    /// A clock that stops while the machine is suspended, as the service manager's watchdog does.
    typealias Clock = SuspendingClock

    private struct State {
        var lastAnswers: [String: Clock.Instant] = [:]
        var tasks: [Task<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let pause: Duration
    private let answerWithin: Duration

    public convenience init() {
        self.init(
            pause: .seconds(RuntimeLimits.heartbeatPauseSeconds),
            answerWithin: .seconds(RuntimeLimits.heartbeatSecondsMax))
    }

    init(pause: Duration, answerWithin: Duration) {
        self.pause = pause
        self.answerWithin = answerWithin
    }

    deinit { stop() }

    /// Asks a component repeatedly, from now until ``stop()``. One question at a time is in progress.
    /// - Parameters:
    ///   - name: The component's name in `/livez` and logs, unique.
    ///   - confirmResponsive: Returns when the component has run, however busy it is. It does no other work.
    public func watch(_ name: String, _ confirmResponsive: @escaping @Sendable () async -> Void) {
        state.withLock { state in
            state.lastAnswers[name] = .now
            let pause = pause
            state.tasks.append(
                Task { [weak self] in
                    while !Task.isCancelled {
                        await confirmResponsive()
                        self?.recordAnswer(of: name)
                        // Thrown only when cancelled, which ends the loop.
                        try? await Task.sleep(for: pause)
                    }
                })
        }
    }

    /// The names of the stalled components, sorted.
    public var stalled: [String] { stalled(at: .now) }

    func stalled(at now: Clock.Instant) -> [String] {
        state.withLock { $0.lastAnswers.filter { $0.value.duration(to: now) > answerWithin }.keys.sorted() }
    }

    /// Ends the questions. The watched components count as stalled some time later.
    public func stop() {
        let tasks = state.withLock { state in
            defer { state.tasks = [] }
            return state.tasks
        }
        // Not awaited: the task of a stalled component would never end.
        for task in tasks { task.cancel() }
    }

    private func recordAnswer(of name: String) {
        state.withLock { $0.lastAnswers[name] = .now }
    }
}
