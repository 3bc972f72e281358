import CadreJSON

/// `node.status`: the data of `status`, and the node's endpoints. Source: CONTRACT § 6.
public struct NodeStatus: Equatable, Sendable {
    public init() {}

    /// The endpoints that are bound or connected, by socket, as ZeroMQ writes them.
    public struct Endpoints: Equatable, Sendable {
        public var intake: [String]
        public var estimates: [String]
        public var control: [String]

        public init(intake: [String], estimates: [String], control: [String]) {
            self.intake = intake
            self.estimates = estimates
            self.control = control
        }
    }

    public struct Answer: Equatable, Sendable {
        public var status: StatusNotice
        public var endpoints: Endpoints

        public init(status: StatusNotice, endpoints: Endpoints) {
            self.status = status
            self.endpoints = endpoints
        }
    }
}

extension NodeStatus: MethodParams {
    public static let method = ControlMethod.nodeStatus
    public static let summary = "Returns the data of `status`, and the node's endpoints"

    public static let table = ObjectTable(
        "params", "No members", from: NodeStatus(), nullIsAbsent: true, isClosed: true, fields: [])

    public static let answer = Form<Answer>.object(
        ObjectTable(
            "result", "The status of a node",
            from: Answer(status: .empty, endpoints: Endpoints(intake: [], estimates: [], control: [])),
            fields: StatusNotice.fields.map { .part(\.status, $0) } + [
                .required("endpoints", \.endpoints, .object(Endpoints.table), "The endpoints by socket")
            ]))
}

extension NodeStatus.Endpoints {
    static let table = ObjectTable(
        "endpoints", "The endpoints that are bound or connected",
        from: Self(intake: [], estimates: [], control: []),
        fields: [
            .required("intake", \.intake, .entries(of: .anyText), "Those of `intake`"),
            .required("estimates", \.estimates, .entries(of: .anyText), "Those of `estimates`"),
            .required("control", \.control, .entries(of: .anyText), "Those of `control`"),
        ])
}
