import CadreJSON
import CadrePlanning

/// `estimate.get`: one estimate, the newest or an older one. Source: CONTRACT § 6.
public struct EstimateGet: Equatable, Sendable {
    public var mission: ID<Mission>
    public var name: EstimateName
    public var at: PlanMoment

    public init(mission: ID<Mission>, name: EstimateName, at: PlanMoment = .newest) {
        self.mission = mission
        self.name = name
        self.at = at
    }
}

extension EstimateGet: MethodParams {
    public static let method = ControlMethod.estimateGet
    public static let summary = "Returns the data of one estimate, recomputed from the journal if it is an older one"

    public static let table = ObjectTable(
        "params", "An estimate and a state of the plan", from: EstimateGet(mission: ID(""), name: .summary),
        rules: [.oneMoment], nullIsAbsent: true, isClosed: true,
        fields: [
            .required("mission", \.mission, .mission, "The mission"),
            .required("name", \.name, .estimateName, "The estimate"),
        ] + ObjectField.moment(\.at))

    /// The estimate's `data`, as ``EncodedEstimate/data(_:)`` gives it.
    public static let answer = Form<[UInt8]>.bytes(
        .document(files: EstimateName.families.map { "estimates/\($0.name).schema.json" })
    ) { $0.kind(of: $1) == .object }
}
