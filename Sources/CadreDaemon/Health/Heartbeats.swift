import Synchronization

/// Whether the daemon's parts still get their turns. A part is an actor (or several), asked by a closure that returns
/// once it has had one; a part whose answer does not come counts as stalled.
///
/// ```swift
/// heartbeats.watch("gate") { await gate.turn() }
/// ```
/// Read by `/livez` and by the ``Watchdog``. Where the whole cooperative pool stands still nobody asks any more and the
/// watchdog itself falls silent: the effect is the same.
public final class Heartbeats: Sendable {
    /// Counts while the machine runs, as the service manager's own watchdog does: a suspended one stalls nothing.
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
            pause: .seconds(HealthLimits.heartbeatPauseSeconds),
            answerWithin: .seconds(HealthLimits.heartbeatSecondsMax))
    }

    init(pause: Duration, answerWithin: Duration) {
        self.pause = pause
        self.answerWithin = answerWithin
    }

    deinit { stop() }

    /// Asks a part again and again, from now until ``stop()``. One question at a time is under way.
    /// - Parameters:
    ///   - name: For `/livez` and logs; one part a name.
    ///   - turn: Returns when the part has had its turn, however busy it is. It does no work of its own.
    public func watch(_ name: String, _ turn: @escaping @Sendable () async -> Void) {
        state.withLock { state in
            state.lastAnswers[name] = .now
            let pause = pause
            state.tasks.append(
                Task { [weak self] in
                    while !Task.isCancelled {
                        await turn()
                        self?.noteAnswer(of: name)
                        // Thrown only when cancelled, which ends the loop.
                        try? await Task.sleep(for: pause)
                    }
                })
        }
    }

    /// The names of the parts from which no answer came for too long, sorted.
    public var stalled: [String] { stalled(at: .now) }

    func stalled(at now: Clock.Instant) -> [String] {
        state.withLock { $0.lastAnswers.filter { $0.value.duration(to: now) > answerWithin }.keys.sorted() }
    }

    /// Asks nobody any more. What is watched goes stale from here on, as it should: nobody looks after it.
    public func stop() {
        let tasks = state.withLock { state in
            defer { state.tasks = [] }
            return state.tasks
        }
        // Not awaited: a stalled part would never let its task end.
        for task in tasks { task.cancel() }
    }

    private func noteAnswer(of name: String) {
        state.withLock { $0.lastAnswers[name] = .now }
    }
}
