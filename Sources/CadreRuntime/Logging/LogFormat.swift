import Glibc

/// The format of a log line.
public enum LogFormat: String, CaseIterable, Sendable {
    /// `time=… level=… logger=… msg=… key=value`: for people and for most collectors.
    case logfmt
    /// One object per line, with the same members.
    case json
    /// `<6>message key=value`, as journald reads it: the number is the priority, and journald keeps the time.
    case journal

    /// The format for a descriptor: ``journal`` if it is journald's, else ``logfmt``.
    ///
    /// The service manager names device and inode of the stream that it gave; comparing them tells a redirected
    /// standard error from journald's. Source: systemd.exec(5), `$JOURNAL_STREAM`.
    /// - Parameter journalStream: The value of `$JOURNAL_STREAM`, `nil` if it is not set.
    public static func detected(journalStream: String?, descriptor: Int32 = STDERR_FILENO) -> LogFormat {
        guard let journalStream else { return .logfmt }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .logfmt }
        return journalStream == "\(status.st_dev):\(status.st_ino)" ? .journal : .logfmt
    }
}
