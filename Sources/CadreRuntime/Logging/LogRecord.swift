import Logging

/// A log record, before it has a format.
struct LogRecord {
    var time: WallTime
    var level: Logger.Level
    var label: String
    var message: String
    var metadata: Logger.Metadata

    /// The names of the members of every line. Metadata of the same name gets an underscore appended.
    static let reservedKeys: Set<String> = ["time", "level", "logger", "msg"]

    /// The metadata in the order of the keys, so that lines can be compared.
    var fields: [(key: String, value: Logger.MetadataValue)] {
        metadata.sorted { $0.key < $1.key }
            .map { (Self.reservedKeys.contains($0.key) ? $0.key + "_" : $0.key, $0.value) }
    }

    /// The record as a line that ends with a newline and has no other.
    func line(_ format: LogFormat) -> String {
        switch format {
        case .logfmt: logfmtLine
        case .json: jsonLine
        case .journal: journalLine
        }
    }
}
