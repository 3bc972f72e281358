import Glibc

/// The meaning of signals, and the deadline of the graceful shutdown. Decides; performs nothing.
/// Source: ARCHITECTURE § 7.
struct StopPolicy {
    enum Action: Equatable {
        case none, reload
        /// Begin the graceful shutdown.
        case stop
        /// End at once, with this status.
        case exit(Int32)
    }

    /// The program that receives the signals.
    enum Program {
        /// SIGHUP reloads the configuration; a repeated signal, or the end of this time, ends the process at once.
        case daemon(stopWithin: Duration)
        /// Every signal begins the shutdown, which has no deadline; any second one ends the process at once.
        case command
    }

    typealias Clock = ContinuousClock

    let program: Program
    /// The time at which the graceful shutdown must be over, or `nil` before it begins or without a deadline.
    private(set) var deadline: Clock.Instant?
    private var stoppedBy: Int32?

    init(_ program: Program) {
        self.program = program
    }

    mutating func received(_ signal: Int32, at now: Clock.Instant) -> Action {
        switch program {
        case .command:
            guard stoppedBy == nil else { return .exit(RuntimeLimits.statusBySignal + signal) }
            stoppedBy = signal
            return .stop
        case .daemon:
            switch signal {
            case SIGHUP: return deadline == nil ? .reload : .none
            case SIGTERM, SIGINT: return stop(by: signal, at: now)
            default: return .none
            }
        }
    }

    /// Only the same signal again insists: Ctrl-C reaches a whole group of processes, and the parent process may well
    /// pass SIGTERM on for it.
    private mutating func stop(by signal: Int32, at now: Clock.Instant) -> Action {
        if stoppedBy == signal { return .exit(RuntimeLimits.statusBySignal + signal) }
        guard stoppedBy == nil else { return .none }
        stoppedBy = signal
        guard deadline == nil else { return .none }
        stopBegan(at: now)
        return .stop
    }

    /// Sets the deadline of a shutdown that another cause began.
    mutating func stopBegan(at now: Clock.Instant) {
        if case .daemon(let stopWithin) = program, deadline == nil { deadline = now + stopWithin }
    }

    func passed(at now: Clock.Instant) -> Action {
        guard let deadline, now >= deadline else { return .none }
        return .exit(RuntimeLimits.statusTooLate)
    }
}
