import CadrePlanning

extension NameRule {
    /// The schema of the rule, or `nil` for any text.
    var schema: SchemaValue? {
        let identifier = "[A-Za-z0-9_.-]{1,\(ContractLimits.identifierCharactersMax)}"
        switch self {
        case .identifier: return text(pattern: "^\(identifier)")
        case .mission: return text(pattern: "^[A-Za-z0-9_-]{1,\(ContractLimits.identifierCharactersMax)}")
        case .capitals: return text(pattern: "^[A-Z]{3}")
        case .pledge: return text(pattern: "^[A-Z]{3}/\(identifier)")
        case .service: return text(pattern: "^(rule|commodity)\\.\(identifier)")
        case .scenario: return words(Scenario.allCases.map(\.rawValue))
        case .status: return words(Pledge.Status.allCases.map(\.rawValue))
        case .level: return words(Course.Level.allCases.map(\.rawValue))
        case .group: return text(pattern: "^(line|run|track|enabling)/.+")
        case .origin: return text(pattern: "^(line|run|demand|rule) .+")
        case .kindOfCost: return words(CostKind.allCases.map(\.rawValue))
        case .priority: return words((1...5).map { "\($0)" })
        case .uriReference:
            return text(
                pattern: "^([A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+",
                extra: [.init("maxLength", .number("\(ContractLimits.textScalarsMax)"))])
        case .factor:
            let closed = ScalarFactor.allCases.map(\.rawValue) + FactorName.priors.map { "prior.\($0.rawValue)" }
            return .object([
                .init(
                    "anyOf",
                    .list([
                        words(closed), text(pattern: "^(rule|commodity|fund)\\.\(identifier)"),
                        text(pattern: "^rate\\.(?!EUR)[A-Z]{3}"),
                    ]))
            ])
        case .text: return nil
        }
    }

    private func words(_ words: [String]) -> SchemaValue { .object([.init("enum", .list(words.map { .text($0) }))]) }

    /// - Parameter pattern: Without its end: in some languages `$` alone lets a line feed follow.
    private func text(pattern: String, extra: [SchemaValue.Member] = []) -> SchemaValue {
        .object([.init("type", .text("string"))] + extra + [.init("pattern", .text(pattern + "(?!\\n)$"))])
    }
}
