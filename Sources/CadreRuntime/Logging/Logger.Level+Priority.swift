import Logging

extension Logger.Level {
    /// syslog's number: 7 debug … 2 critical. Source: syslog(3).
    var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
