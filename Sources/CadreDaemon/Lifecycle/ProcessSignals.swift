import Glibc
import Synchronization

/// Which signals the daemon takes into its own hands. Source: signal(7), signal-safety(7).
public enum ProcessSignals {
    /// The signals that a ``SignalReader`` reads: end, end from the terminal, read the configuration again.
    static let handled = [SIGTERM, SIGINT, SIGHUP]

    /// A pipe for the life of the process: the handler writes the number of each signal, a byte, and the reader reads
    /// it, be it there already or not. -1: there is none.
    private static let writeEnd = Atomic<Int32>(-1)
    private static let readEndNumber = Atomic<Int32>(-1)

    /// Where the numbers of the signals arrive; `nil` before ``block()``.
    static var readEnd: Int32? {
        let descriptor = readEndNumber.load(ordering: .acquiring)
        return descriptor < 0 ? nil : descriptor
    }

    /// Keeps the handled signals for the reader, and ignores SIGPIPE: a reader that went away is told by `write`.
    ///
    /// Has to be the first statement of `main`: a thread inherits the mask of the one that starts it, and where signals
    /// are blocked no system call is interrupted by them. Blocking alone would not do: while an asynchronous `main`
    /// runs, libdispatch parks the main thread in `sigsuspend` with nothing blocked, and the default of SIGTERM would
    /// end the process there. Hence a handler, which runs on that thread. Commands that are to end with Ctrl-C call
    /// ``release()``.
    public static func block() {
        guard readEnd == nil else { return }
        signal(SIGPIPE, SIG_IGN)
        // Without a pipe (no descriptor is free at the very start) signals keep their defaults.
        guard let ends = Pipe.make() else { return }
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

    /// Takes back ``block()`` for the calling thread, by which the process ends again on these signals.
    public static func release() {
        for signal in handled { Glibc.signal(signal, SIG_DFL) }
        var set = set
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }

    /// In the signal handler: nothing but `write`, and `errno` as it was. A full pipe has 65,536 signals unread.
    private static func arrived(_ signal: Int32) {
        let before = errno
        var number = UInt8(truncatingIfNeeded: signal)
        _ = write(writeEnd.load(ordering: .relaxed), &number, 1)
        errno = before
    }

    /// What is blocked, and handled.
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

/// A pipe for bytes that wake a thread: never waited for when writing or reading, not inherited by other programs.
struct Pipe {
    var readEnd: Int32
    var writeEnd: Int32

    /// `nil` where no descriptors are free.
    static func make() -> Pipe? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0, let readEnd = ends.first, let writeEnd = ends.last else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        return Pipe(readEnd: readEnd, writeEnd: writeEnd)
    }
}
