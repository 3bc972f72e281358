import Logging

/// Writes log events as lines of a ``LogOutput``. It adds time, level and the logger's label only: callers must not log
/// secrets.
struct LogLineHandler: LogHandler {
    let label: String
    let output: LogOutput
    var metadataProvider: Logger.MetadataProvider?
    var metadata: Logger.Metadata = [:]
    /// The level of this logger, or `nil` for that of the output, which may change.
    private var ownLevel: Logger.Level?

    init(label: String, output: LogOutput, metadataProvider: Logger.MetadataProvider?) {
        self.label = label
        self.output = output
        self.metadataProvider = metadataProvider
    }

    var logLevel: Logger.Level {
        get { ownLevel ?? output.level }
        set { ownLevel = newValue }
    }

    subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var all = metadata
        if let provided = metadataProvider?.get() { all.merge(provided) { $1 } }
        if let given = event.metadata { all.merge(given) { $1 } }
        if let error = event.error { all["error"] = "\(error)" }
        output.write(
            LogRecord(time: .now, level: event.level, label: label, message: event.message.description, metadata: all))
    }
}
