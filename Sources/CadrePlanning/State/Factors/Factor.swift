/// One factor of one mission, as `factor.set` gives it whole.
public enum Factor: Hashable, Sendable {
    case scalar(ScalarFactor, Double)
    case rule(ID<RuleName>, EnablingRule)
    case commodity(ID<CommodityName>, Commodity)
    case fund(ID<FundName>, Fund)
    case prior(Pledge.Status, Prior)
    /// EUR for one unit of the currency.
    case rate(ID<Currency>, Double)

    /// The name in the table: `mentor.share`, `rule.guards`, `rate.USD` …
    public var name: String {
        switch self {
        case .scalar(let scalar, _): scalar.rawValue
        case .rule(let name, _): "rule.\(name)"
        case .commodity(let name, _): "commodity.\(name)"
        case .fund(let name, _): "fund.\(name)"
        case .prior(let status, _): "prior.\(status.rawValue)"
        case .rate(let currency, _): "rate.\(currency)"
        }
    }
}
