/// The detail of an alert: a text for the alerts of a mission.
public protocol AlertDetail: Equatable, Sendable {
    /// The name of the open alert in schemas.
    static var alertName: String { get }
    static var empty: Self { get }
    static var keyForm: Form<String> { get }
    static var form: Form<Self> { get }
}

extension String: AlertDetail {
    public static let alertName = "openAlert"
    public static let empty = ""
    public static let keyForm = Form<String>.anyText
    public static let form = Form<String>.anyText
}
