import CadrePlanning

/// The tables of the alerts with one kind of detail, made once: a generic type cannot store its own.
public struct AlertTables<Detail: AlertDetail>: Sendable {
    let open: ObjectTable<OpenAlert<Detail>>
    let notice: ObjectTable<AlertNotice<Detail>>

    /// - Parameters:
    ///   - name: The name of an open alert in schemas.
    ///   - key: The form of an alert's key.
    ///   - detail: The form of the detail.
    ///   - empty: The detail from which reading starts.
    init(_ name: String, key: Form<String>, detail: Form<Detail>, empty: Detail) {
        let open = ObjectTable(
            name, "One open alert", from: OpenAlert(key: "", since: nil, detail: empty),
            fields: [
                .required("key", \.key, key, "Its subject, unique among the open alerts of a code"),
                .required(
                    "since", \.since, .nullable(.integer),
                    "The first period from now on in which it holds, an earlier one if something is late or was not "
                        + "reported, or null if it does not concern periods"),
                .required("detail", \.detail, detail, "The problem"),
            ])
        self.open = open
        notice = ObjectTable(
            "alert", "The whole state of one alert code, and what changed in it",
            from: AlertNotice(code: Alert.Code.beds, open: []),
            fields: [
                .required("code", \.code, .alertCode, "The code"),
                .required("open", \.open, .entries(of: .object(open)), "The open alerts, by key"),
                .required("raised", \.raised, .entries(of: .anyText), "The keys that are open now and were not before"),
                .required(
                    "cleared", \.cleared, .entries(of: .anyText), "The keys that were open before and are not now"),
            ])
    }
}

extension Form where Value == String {
    /// A code of a mission's or a node's alert.
    fileprivate static let alertCode = Form(
        .words(Alert.Code.allCases.map(\.rawValue) + NodeAlertCode.allCases.map(\.rawValue)),
        parse: { $0.text($1) }, write: { $1.value($0) })
}
