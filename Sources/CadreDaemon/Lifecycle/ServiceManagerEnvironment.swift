import Glibc

/// What the service manager tells a process by its environment. Source: systemd.exec(5), sd_notify(3),
/// sd_watchdog_enabled(3).
public struct ServiceManagerEnvironment: Equatable, Sendable {
    /// Where it is notified: a path, or `@` and a name in the abstract name space.
    public var notifySocket: String?
    /// Within how long each sign of life is expected; `nil`: no watchdog.
    public var watchdogInterval: Duration?
    /// Device and inode of the stream to journald.
    public var journalStream: String?

    public init(notifySocket: String? = nil, watchdogInterval: Duration? = nil, journalStream: String? = nil) {
        self.notifySocket = notifySocket
        self.watchdogInterval = watchdogInterval
        self.journalStream = journalStream
    }

    /// - Parameters:
    ///   - variable: The value of a variable, `nil` where it is not set.
    ///   - process: Our own number: a watchdog that is meant for another process is none.
    public init(process: Int32 = getpid(), variable: (String) -> String?) {
        notifySocket = variable("NOTIFY_SOCKET").flatMap { $0.isEmpty ? nil : $0 }
        journalStream = variable("JOURNAL_STREAM")
        let isOurs = variable("WATCHDOG_PID").map { Int32($0) == process } ?? true
        if isOurs, let microseconds = variable("WATCHDOG_USEC").flatMap({ Int64($0) }), microseconds > 0 {
            watchdogInterval = .microseconds(microseconds)
        }
    }

    /// This process's.
    public static var current: ServiceManagerEnvironment {
        ServiceManagerEnvironment { name in getenv(name).map { String(cString: $0) } }
    }
}
