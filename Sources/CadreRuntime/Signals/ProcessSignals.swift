import Glibc
import Synchronization

/// The signals that a program handles. Source: signal(7), signal-safety(7).
public enum ProcessSignals {
    /// The signals that a ``SignalReader`` or an ``Interruption`` reads: end, end from the terminal, reload.
    static let handled = [SIGTERM, SIGINT, SIGHUP]

    // A pipe for the life of the process, because it keeps number and order of the signals. The handler writes the
    // number of each signal, a byte; a reader reads it, then or later. -1 if the pipe does not exist.
    private static let writeEnd = Atomic<Int32>(-1)
    private static let readEndNumber = Atomic<Int32>(-1)

    /// The descriptor from which the numbers of the signals are read, or `nil` before ``block()``.
    static var readEnd: Int32? {
        let descriptor = readEndNumber.load(ordering: .acquiring)
        return descriptor < 0 ? nil : descriptor
    }

    /// Keeps the handled signals for the reader, and ignores SIGPIPE: `write` reports a reader that is gone.
    ///
    /// Has to be the first statement of `main`: a thread inherits the mask of the one that starts it, and where signals
    /// are blocked no system call is interrupted by them. Blocking is not enough: while an asynchronous `main`
    /// runs, libdispatch parks the main thread in `sigsuspend` with nothing blocked, and the default of SIGTERM would
    /// end the process there. Hence a handler, which runs on that thread. Commands that end with Ctrl-C call
    /// ``release()``.
    public static func block() {
        guard readEnd == nil else { return }
        signal(SIGPIPE, SIG_IGN)
        // Without a pipe (no descriptor is free at the very start) signals keep their defaults.
        guard let ends = SignalPipe() else { return }
        writeEnd.store(ends.writeEnd, ordering: .releasing)
        readEndNumber.store(ends.readEnd, ordering: .releasing)
        var set = set
        pthread_sigmask(SIG_BLOCK, &set, nil)
        for signal in handled {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { signal in ProcessSignals.arrived(signal) }
            action.sa_mask = set
            action.sa_flags = SA_RESTART
            sigaction(signal, &action, nil)
        }
    }

    /// Reverts ``block()`` for the calling thread, so that these signals end the process again.
    public static func release() {
        for signal in handled { Glibc.signal(signal, SIG_DFL) }
        var set = set
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }

    /// The signal handler: it only calls `write`, and restores `errno`. A full pipe has 65,536 signals unread.
    private static func arrived(_ signal: Int32) {
        let before = errno
        var number = UInt8(truncatingIfNeeded: signal)
        _ = write(writeEnd.load(ordering: .relaxed), &number, 1)
        errno = before
    }

    /// The handled signals as a set.
    static var set: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in handled { sigaddset(&set, signal) }
        return set
    }

    static func name(_ signal: Int32) -> String {
        switch signal {
        case SIGTERM: "SIGTERM"
        case SIGINT: "SIGINT"
        case SIGHUP: "SIGHUP"
        default: "signal \(signal)"
        }
    }
}
