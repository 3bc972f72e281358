/// The figures of plans with drawn pledges, by sample.
struct FirmnessSamples: Sendable {
    /// Filled posts in theatre, by sample, then period.
    private(set) var filled: [[Int]] = []
    private(set) var graduates: [Double] = []
    /// Uses in the commodities' units.
    private(set) var water: [Double] = []
    private(set) var fuel: [Double] = []
    /// EUR.
    private(set) var cost: [Double] = []

    mutating func append(_ plan: ScenarioPlan, _ logistics: LogisticsPlan, _ basis: Basis) {
        filled.append(plan.strength().filled)
        graduates.append(plan.expectedGraduates(basis.horizon))
        water.append(logistics.use(of: ID("water"), basis.factors))
        fuel.append(logistics.use(of: ID("fuel"), basis.factors))
        cost.append(CostKind.allCases.reduce(0) { $0 + (logistics.costs[$1] ?? []).reduce(0, +) })
    }

    mutating func append(_ other: FirmnessSamples) {
        filled += other.filled
        graduates += other.graduates
        water += other.water
        fuel += other.fuel
        cost += other.cost
    }
}

extension RangeEstimate.Firmness {
    init(_ samples: FirmnessSamples, periods: Int) {
        self.init(
            filled: .init(samples.filled, periods: periods),
            peakFilled: .init(samples.filled.map { Double($0.max() ?? 0) }), graduates: .init(samples.graduates),
            water: .init(samples.water), fuel: .init(samples.fuel), cost: .init(samples.cost))
    }
}
