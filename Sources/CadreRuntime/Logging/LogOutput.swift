import Glibc
import Logging
import Synchronization

/// The log output of the process: one descriptor, one format, and a level that can change while it runs.
///
/// ```swift
/// let log = LogOutput(level: .info, format: .detected(journalStream: environment["JOURNAL_STREAM"]))
/// log.bootstrap()                 // once a process: from here on every `Logger(label:)` writes to it
/// log.level = .debug              // later, after SIGHUP: holds at once, for every logger
/// ```
public final class LogOutput: Sendable {
    public let format: LogFormat
    private let writer: LineWriter
    /// Index into `Logger.Level.allCases`, which is in the order of severity.
    private let levelIndex: Atomic<Int>

    /// Creates an output.
    /// Creates an output.
    /// - Parameter descriptor: Written to and never closed; a full pipe costs lines, not time (``droppedLines``).
    public init(level: Logger.Level = .info, format: LogFormat = .logfmt, descriptor: Int32 = STDERR_FILENO) {
        self.format = format
        writer = LineWriter(descriptor: descriptor)
        levelIndex = Atomic(Self.index(of: level))
    }

    /// The level below which messages are not logged, except by a logger that has a separate level.
    public var level: Logger.Level {
        get {
            let index = levelIndex.load(ordering: .relaxed)
            return Logger.Level.allCases.indices.contains(index) ? Logger.Level.allCases[index] : .info
        }
        set { levelIndex.store(Self.index(of: newValue), ordering: .relaxed) }
    }

    /// The number of lines lost since the start because standard error was not read.
    public var droppedLines: Int { writer.dropped }

    /// Makes it the output of all loggers. May be called once a process: swift-log allows no second one.
    public func bootstrap() {
        LoggingSystem.bootstrap(
            { LogLineHandler(label: $0, output: self, metadataProvider: $1) }, metadataProvider: nil)
    }

    /// Returns a logger that writes here, without ``bootstrap()``.
    public func logger(label: String) -> Logger {
        Logger(label: label) { LogLineHandler(label: $0, output: self, metadataProvider: nil) }
    }

    func write(_ record: LogRecord) {
        writer.write(record.line(format))
    }

    private static func index(of level: Logger.Level) -> Int {
        Logger.Level.allCases.firstIndex(of: level) ?? 0
    }
}
