import Logging

/// One thing to be logged, before it has a format.
struct LogRecord {
    var time: LogTime
    var level: Logger.Level
    var label: String
    var message: String
    var metadata: Logger.Metadata

    /// What the members that every line has are called. Metadata of the same name gets an underscore behind it.
    static let reservedKeys: Set<String> = ["time", "level", "logger", "msg"]

    /// The metadata in the order of their keys, so that lines compare.
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

extension String {
    /// The text, or where it has more bytes its beginning and an ellipsis.
    func cut(toBytes bytesMax: Int) -> String {
        guard utf8.count > bytesMax else { return self }
        var end = utf8.index(utf8.startIndex, offsetBy: bytesMax)
        // Back to the beginning of a scalar: what is cut in the middle of one is no text.
        while end > startIndex, end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
        return String(self[..<end]) + "…"
    }
}
