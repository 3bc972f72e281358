import Glibc

/// What signals mean, and when patience ends. Decides; does nothing itself. Source: ARCHITECTURE § 7.
struct StopPolicy {
    enum Action: Equatable {
        case none, reload
        /// Begin the orderly end.
        case stop
        /// End at once, with this status.
        case exit(Int32)
    }

    typealias Clock = ContinuousClock

    let stopWithin: Duration
    /// When the orderly end has to be over; `nil`: it has not begun.
    private(set) var deadline: Clock.Instant?
    private var stoppedBy: Int32?

    init(stopWithin: Duration) {
        self.stopWithin = stopWithin
    }

    mutating func received(_ signal: Int32, at now: Clock.Instant) -> Action {
        switch signal {
        case SIGHUP: return deadline == nil ? .reload : .none
        case SIGTERM, SIGINT:
            // Only the same one again is insistence: Ctrl-C reaches a whole group of processes, and whoever started us
            // may well pass SIGTERM on for it.
            if stoppedBy == signal { return .exit(ProcessLimits.statusBySignal + signal) }
            guard stoppedBy == nil else { return .none }
            stoppedBy = signal
            guard deadline == nil else { return .none }
            deadline = now + stopWithin
            return .stop
        default: return .none
        }
    }

    /// The orderly end began for another reason.
    mutating func stopBegan(at now: Clock.Instant) {
        if deadline == nil { deadline = now + stopWithin }
    }

    func passed(at now: Clock.Instant) -> Action {
        guard let deadline, now >= deadline else { return .none }
        return .exit(ProcessLimits.statusTooLate)
    }
}
