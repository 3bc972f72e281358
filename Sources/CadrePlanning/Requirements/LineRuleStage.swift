/// The rules that concern lines of a capability. Key: the number of the capability.
enum LineRuleStage: Stage {
    struct Input: Equatable, Sendable {
        let rules: RuleTable
        let capability: Capability
    }

    static func compute(_ input: Input, _ tools: inout NoTools) -> LineRules { LineRules(input) }
}
