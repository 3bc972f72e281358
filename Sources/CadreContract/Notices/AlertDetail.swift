/// The detail of an alert: a text for the alerts of a mission.
public protocol AlertDetail: Equatable, Sendable {
    /// The tables of alerts with this detail.
    static var tables: AlertTables<Self> { get }
}

extension String: AlertDetail {
    public static let tables = AlertTables("openAlert", key: .anyText, detail: .anyText, empty: "")
}
