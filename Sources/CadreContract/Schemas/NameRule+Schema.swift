import CadrePlanning

extension NameRule {
    /// The schema of the rule, or `nil` for any text.
    var schema: SchemaValue? {
        let identifier = "[A-Za-z0-9_.-]{1,\(ContractLimits.identifierCharactersMax)}"
        switch self {
        case .identifier: return .text(matching: "^\(identifier)")
        case .mission: return .text(matching: "^[A-Za-z0-9_-]{1,\(ContractLimits.identifierCharactersMax)}")
        case .capitals: return .text(matching: "^[A-Z]{3}")
        case .pledge: return .text(matching: "^[A-Z]{3}/\(identifier)")
        case .service: return .text(matching: "^(rule|commodity)\\.\(identifier)")
        case .scenario: return .words(Scenario.allCases.map(\.rawValue))
        case .status: return .words(Pledge.Status.allCases.map(\.rawValue))
        case .level: return .words(Course.Level.allCases.map(\.rawValue))
        case .group: return .text(matching: "^(line|run|track|enabling)/.+")
        case .origin: return .text(matching: "^(line|run|demand|rule) .+")
        case .kindOfCost: return .words(CostKind.allCases.map(\.rawValue))
        case .priority: return .words((1...5).map { "\($0)" })
        case .uriReference:
            return .text(
                matching: "^([A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+",
                [.init("maxLength", .number("\(ContractLimits.textScalarsMax)"))])
        case .factor:
            let closed = ScalarFactor.allCases.map(\.rawValue) + FactorName.priors.map { "prior.\($0.rawValue)" }
            return .object([
                .init(
                    "anyOf",
                    .list([
                        .words(closed), .text(matching: "^(rule|commodity|fund)\\.\(identifier)"),
                        .text(matching: "^rate\\.(?!EUR)[A-Z]{3}"),
                    ]))
            ])
        case .estimateName: return .words(EstimateName.allCases.map(\.text))
        case .pointer: return .text(matching: "^(/([^~/]|~[01])*)*")
        case .digest: return .text(matching: "^[0-9a-f]{64}")
        case .nodeSource: return .text(matching: "^urn:cadre:.+")
        case .stream: return .text(matching: "^.+#.*")
        case .text: return nil
        }
    }
}
