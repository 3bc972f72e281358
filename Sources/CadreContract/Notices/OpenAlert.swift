import CadrePlanning

/// One open alert of a code. Source: CONTRACT § 4.
public struct OpenAlert<Detail: AlertDetail>: Equatable, Sendable {
    /// The subject: SITE/CAPABILITY, RUN, SOURCE#EPOCH …; unique among the open alerts of a code.
    public var key: String
    /// The first period from now on in which the alert holds, or `nil` if it does not concern periods.
    public var since: Int?
    public var detail: Detail

    public init(key: String, since: Int?, detail: Detail) {
        self.key = key
        self.since = since
        self.detail = detail
    }
}

extension OpenAlert {
    static var table: ObjectTable<OpenAlert> { Detail.tables.open }
}

extension SummaryEstimate {
    /// The open alerts of one code, in the order of the summary.
    public func openAlerts(_ code: Alert.Code) -> [OpenAlert<String>] {
        alerts.filter { $0.code == code }.map { OpenAlert(key: $0.key, since: $0.since, detail: $0.detail) }
    }
}
