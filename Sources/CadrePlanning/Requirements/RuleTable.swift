/// The enabling rules that count, in numbers. Source: MODEL § 6.
final class RuleTable: Equatable, Sendable {
    /// A rule by its index among the rules, which are in the order of names.
    struct Rule: Equatable, Sendable {
        let id: ID<RuleName>
        /// The index of its capability among ``RuleTable/capabilities``.
        let place: Int
        let demand: EnablingRule.Demand
        let gates: Bool
    }

    let rules: [Rule]
    /// The numbers of the capabilities that rules ask for, in the order of codes.
    let capabilities: [Int]
    let codes: [Capability]
    /// For each capability the places of those that cover it.
    let coveredBy: [[Int]]
    /// The gating rules of each capability. Rules per mission gate nothing. Source: MODEL § 4.
    let gates: [[Int]]
    /// The priority of the most urgent enabling posts. A factor between two priorities counts as the less urgent.
    let mostUrgent: Int

    init(_ factors: FactorTable, _ capabilities: CapabilityTable) {
        codes = Set(factors.rules.map(\.value.capability)).sorted()
        self.capabilities = codes.compactMap { capabilities.known($0) }
        let places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        rules = factors.rules.map {
            Rule(
                id: $0.id, place: places[$0.value.capability] ?? 0, demand: $0.value.demand, gates: $0.value.gates)
        }
        let codes = codes
        coveredBy = codes.map { offered in codes.indices.filter { codes[$0].covers(offered) } }
        let rules = rules
        gates = codes.indices.map { place in
            rules.indices.filter { index in
                if case .perMission = rules[index].demand { return false }
                return rules[index].gates && rules[index].place == place
            }
        }
        mostUrgent = ceilWhole(factors[.enablingPriority])
    }
}

extension RuleTable {
    /// Whether a rule per mission asks for anybody.
    var hasHeadquarters: Bool { rules.contains(where: \.isPerMission) }

    static func == (a: RuleTable, b: RuleTable) -> Bool {
        a === b
            || (a.rules == b.rules && a.capabilities == b.capabilities && a.codes == b.codes
                && a.mostUrgent == b.mostUrgent)
    }
}

extension EnablingRule.Demand {
    /// Returns its ratio, or its count of a rule per site.
    func rate(at threat: Site.Threat) -> Double {
        switch self {
        case .perMission(let rate), .perInstructors(let rate, _), .perSite(let rate), .perPopulation(let rate):
            rate[threat]
        }
    }
}

extension RuleTable.Rule {
    /// Whether the rule asks for headquarters.
    var isPerMission: Bool { if case .perMission = demand { true } else { false } }
}
