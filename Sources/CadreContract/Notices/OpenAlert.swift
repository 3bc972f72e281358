import CadreJSON
import CadrePlanning

/// One alert that is open under a code. Source: CONTRACT § 4.
public struct OpenAlert<Detail: Equatable & Sendable & JSONWritable>: Equatable, Sendable {
    /// What it is about: SITE/CAPABILITY, RUN, SOURCE#EPOCH …; once among the open ones of a code.
    public var key: String
    /// The first period from now on in which it holds; `nil` where that is no question of periods.
    public var since: Int?
    public var detail: Detail

    public init(key: String, since: Int?, detail: Detail) {
        self.key = key
        self.since = since
        self.detail = detail
    }
}

extension OpenAlert: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("key", key)
            $0.member("since", since)
            $0.member("detail", detail)
        }
    }
}

extension SummaryEstimate {
    /// The open alerts of one code, in the order of the summary.
    public func openAlerts(_ code: Alert.Code) -> [OpenAlert<String>] {
        alerts.filter { $0.code == code }.map { OpenAlert(key: $0.key, since: $0.since, detail: $0.detail) }
    }
}
