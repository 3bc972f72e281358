import Logging

extension LogRecord {
    var logfmtLine: String {
        var line = "time=\(time.text) level=\(level.rawValue)"
        Logfmt.append("logger", label, to: &line)
        Logfmt.append("msg", message, to: &line)
        for (key, value) in fields { Logfmt.append(key, value, to: &line) }
        line += "\n"
        return line
    }

    /// journald adds the time and reads the priority from `<N>`; a newline would be a second message, so it is escaped.
    /// Source: sd-daemon(3).
    var journalLine: String {
        var line = "<\(level.priority)>"
        Logfmt.appendEscaped(message.cut(toBytes: RuntimeLimits.textBytesMax), inQuotes: false, to: &line)
        Logfmt.append("logger", label, to: &line)
        for (key, value) in fields { Logfmt.append(key, value, to: &line) }
        line += "\n"
        return line
    }
}
