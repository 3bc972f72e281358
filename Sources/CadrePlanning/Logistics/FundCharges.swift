/// The share of each kind of cost that each fund bears. Source: MODEL § 8, money.
struct FundCharges: Equatable, Sendable {
    struct Charge: Equatable, Sendable {
        let fund: ID<FundName>
        /// The shares in the order of `CostKind.allCases`, without kinds of which it bears nothing.
        let shares: [(kind: CostKind, share: Double)]

        static func == (a: Charge, b: Charge) -> Bool {
            a.fund == b.fund && a.shares.elementsEqual(b.shares) { $0.kind == $1.kind && $0.share == $1.share }
        }
    }

    /// The charges in the order of ids. A fund bears its share, or what the earlier ones left of the whole.
    let charges: [Charge]

    init(_ funds: [FactorTable.Named<FundName, Fund>]) {
        var left = Dictionary(uniqueKeysWithValues: CostKind.allCases.map { ($0, 1.0) })
        charges = funds.map { fund in
            let shares = CostKind.allCases.compactMap { kind -> (kind: CostKind, share: Double)? in
                let share = min(fund.value.shares[kind] ?? 0, left[kind] ?? 0)
                guard share > 0 else { return nil }
                left[kind, default: 0] -= share
                return (kind, share)
            }
            return Charge(fund: fund.id, shares: shares)
        }
    }
}
