import Glibc

/// The settings that the service manager passes in the environment. Source: systemd.exec(5), sd_notify(3),
/// sd_watchdog_enabled(3).
public struct ServiceManagerEnvironment: Equatable, Sendable {
    /// The address for notifications: a path, or `@` and a name in the abstract name space.
    public var notifySocket: String?
    /// The interval within which each heartbeat is expected, or `nil` for no watchdog.
    public var watchdogInterval: Duration?
    /// The device and inode of the stream to journald.
    public var journalStream: String?

    public init(notifySocket: String? = nil, watchdogInterval: Duration? = nil, journalStream: String? = nil) {
        self.notifySocket = notifySocket
        self.watchdogInterval = watchdogInterval
        self.journalStream = journalStream
    }

    /// Reads the settings from environment variables.
    /// - Parameters:
    ///   - variable: Returns the value of a variable, or `nil` if it is not set.
    ///   - process: The number of this process: a watchdog of another one is ignored.
    public init(process: Int32 = getpid(), variable: (String) -> String?) {
        notifySocket = variable("NOTIFY_SOCKET").flatMap { $0.isEmpty ? nil : $0 }
        journalStream = variable("JOURNAL_STREAM")
        let isOurs = variable("WATCHDOG_PID").map { Int32($0) == process } ?? true
        if isOurs, let microseconds = variable("WATCHDOG_USEC").flatMap({ Int64($0) }), microseconds > 0 {
            watchdogInterval = .microseconds(microseconds)
        }
    }

    /// The settings of this process.
    public static var current: ServiceManagerEnvironment {
        ServiceManagerEnvironment { name in getenv(name).map { String(cString: $0) } }
    }
}
