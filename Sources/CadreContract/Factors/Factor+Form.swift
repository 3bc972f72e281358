import CadreJSON
import CadrePlanning

extension Factor {
    /// Reads the value of a factor: `value` of `factor.set`, and the rows of Cadre's default table.
    /// - Throws: The first invalid member, by its path within the value ("": the value itself).
    init(_ name: FactorName, reading json: JSONDocument, _ value: JSONDocument.Node) throws(MemberFault) {
        switch name {
        case .scalar(let scalar):
            let bounds = DefaultFactors.bounds(of: scalar)
            self = .scalar(scalar, try Self.scalar(bounds, isWhole: scalar.isWhole).read(json, value))
        case .rate(let currency): self = .rate(currency, try Form.number(.positive).read(json, value))
        case .rule(let id): self = .rule(id, try EnablingRule.form.read(json, value))
        case .commodity(let id): self = .commodity(id, try Commodity.table.read(json, value))
        case .fund(let id): self = .fund(id, try Fund.form.read(json, value))
        case .prior(let status): self = .prior(status, try Prior.table.read(json, value))
        }
    }

    /// The form of `value` in `factor.set`, by the factor's name. Source: CONTRACT § 3.
    static let conditions: [Condition] =
        ScalarFactor.allCases.map { scalar in
            let shape = Self.scalar(DefaultFactors.bounds(of: scalar), isWhole: scalar.isWhole).shape
            return .when("factor", isOneOf: [scalar.rawValue], [value(shape, DefaultFactors.unit(of: scalar))])
        } + [
            .matching("factor", pattern: "^rule\\.", [value(EnablingRule.form.shape, "An enabling rule")]),
            .matching("factor", pattern: "^commodity\\.", [value(Form.object(Commodity.table).shape, "A commodity")]),
            .matching("factor", pattern: "^fund\\.", [value(Fund.form.shape, "What a fund pays")]),
            .matching("factor", pattern: "^prior\\.", [value(Form.object(Prior.table).shape, "A distribution")]),
            .matching("factor", pattern: "^rate\\.", [value(.number(.positive), "EUR for one unit of the currency")]),
        ]

    private static func value(_ shape: Shape, _ summary: String) -> FieldDescription {
        FieldDescription("value", shape, .required, summary)
    }

    private static func scalar(_ bounds: Bounds, isWhole: Bool) -> Form<Double> {
        guard isWhole else { return .number(bounds) }
        let shape = Shape.whole(Int(bounds.least)...Int(bounds.greatest))
        return Form(shape) { json, node throws(MemberFault) in
            guard let number = json.number(node), number.integer != nil, bounds.contains(number.double) else {
                throw json.fault(node, expected: bounds.expected + ", whole")
            }
            return number.double
        } write: {
            $1.value($0)
        }
    }

    /// Writes the value of the factor.
    func writeValue(to writer: inout JSONWriter) {
        switch self {
        case .scalar(_, let number), .rate(_, let number): writer.value(number)
        case .rule(_, let rule): EnablingRule.form.write(rule, &writer)
        case .commodity(_, let commodity): Form.object(Commodity.table).write(commodity, &writer)
        case .fund(_, let fund): Fund.form.write(fund, &writer)
        case .prior(_, let prior): Form.object(Prior.table).write(prior, &writer)
        }
    }
}

extension ScalarFactor {
    /// Whether the scalar accepts only whole numbers.
    var isWhole: Bool { self == .enablingPriority }
}
