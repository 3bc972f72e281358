/// The money pledged to a fund. EUR. Source: MODEL § 8, money.
struct FundMoney: Equatable, Sendable {
    var pledged = 0.0
    var received = 0.0
    /// Whether a pledge of money that counts is above 0.
    var hasMoney = false

    /// Returns the money of each fund, from the pledges that count, in the order of ids so that sums keep their last
    /// digits.
    static func byFund(_ basis: Basis, _ selection: Selection) -> [ID<FundName>: FundMoney] {
        var funds: [ID<FundName>: FundMoney] = [:]
        for entry in basis.pledges where selection.pledges[entry.number] {
            guard case .funds(let money) = entry.pledge.offer,
                let rate = basis.factors.rate(of: money.currency)
            else { continue }
            funds[money.fund, default: FundMoney()].pledged += money.amount * rate
            funds[money.fund, default: FundMoney()].received += money.received * rate
            if money.amount > 0 { funds[money.fund, default: FundMoney()].hasMoney = true }
        }
        return funds
    }
}
