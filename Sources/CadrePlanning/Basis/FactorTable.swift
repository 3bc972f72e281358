/// The planning factors of one mission: the defaults, each replaced whole by the one that was set. Source: MODEL § 2.
struct FactorTable: Equatable, Sendable {
    struct Named<Of: Sendable, Value: Equatable & Sendable>: Equatable, Sendable {
        let id: ID<Of>
        let value: Value
    }

    private var scalars: [ScalarFactor: Double] = [:]
    /// Every rule by name, also those that may not count.
    private(set) var allRules: [Named<RuleName, EnablingRule>] = []
    /// The rules that count, in the order of names; without those whose ratios per population would not converge.
    /// Source: MODEL § 6.
    private(set) var rules: [Named<RuleName, EnablingRule>] = []
    /// The rules that may not count.
    private(set) var inertRules: Set<ID<RuleName>> = []
    private(set) var commodities: [Named<CommodityName, Commodity>] = []
    private(set) var funds: [Named<FundName, Fund>] = []
    private(set) var priors: [Pledge.Status: Prior] = [:]
    private var rates: [ID<Currency>: Double] = [:]

    init(defaults: [SourcedFactor], set: [SourcedFactor]) {
        var rulesByName: [ID<RuleName>: EnablingRule] = [:]
        var commoditiesByName: [ID<CommodityName>: Commodity] = [:]
        var fundsByName: [ID<FundName>: Fund] = [:]
        for sourced in defaults + set {
            switch sourced.factor {
            case .scalar(let scalar, let value): scalars[scalar] = value
            case .rule(let id, let rule): rulesByName[id] = rule
            case .commodity(let id, let commodity): commoditiesByName[id] = commodity
            case .fund(let id, let fund): fundsByName[id] = fund
            case .prior(let status, let prior): priors[status] = prior
            case .rate(let currency, let value): rates[currency] = value
            }
        }
        allRules = rulesByName.map { Named(id: $0.key, value: $0.value) }.sorted { $0.id < $1.id }
        commodities = commoditiesByName.map { Named(id: $0.key, value: $0.value) }.sorted { $0.id < $1.id }
        funds = fundsByName.map { Named(id: $0.key, value: $0.value) }.sorted { $0.id < $1.id }
        selectRules()
    }

    /// The factor's value; 0 if the defaults lack it, which a test of the defaults rules out.
    subscript(scalar: ScalarFactor) -> Double { scalars[scalar] ?? 0 }

    /// Returns EUR for one unit, or `nil` if no rate was set.
    func rate(of currency: ID<Currency>) -> Double? {
        currency.text == "EUR" ? 1 : rates[currency]
    }

    func knows(rule id: ID<RuleName>) -> Bool { allRules.contains { $0.id == id } }
    func knows(commodity id: ID<CommodityName>) -> Bool { commodities.contains { $0.id == id } }
    func knows(fund id: ID<FundName>) -> Bool { funds.contains { $0.id == id } }

    /// Accepts ratios per population in the order of names while their sum stays below 0.9 at every threat.
    private mutating func selectRules() {
        var sum = ByThreat(0)
        for named in allRules {
            if case .perPopulation(let ratio) = named.value.demand {
                let next = ByThreat(
                    low: sum.low + ratio.low, medium: sum.medium + ratio.medium, high: sum.high + ratio.high)
                guard max(next.low, next.medium, next.high) < 0.9 - 1e-9 else {
                    inertRules.insert(named.id)
                    continue
                }
                sum = next
            }
            rules.append(named)
        }
    }
}
