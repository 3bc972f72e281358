import CadrePlanning

/// A name from the table of factors, before its value is read. Source: CONTRACT § 3.
enum FactorName {
    case scalar(ScalarFactor)
    case rule(ID<RuleName>)
    case commodity(ID<CommodityName>)
    case fund(ID<FundName>)
    case prior(Pledge.Status)
    case rate(ID<Currency>)

    /// Reads a name, or `nil` if the table neither has nor accepts it: scalars and priors are closed, and EUR is 1.
    init?(text: String) {
        if let scalar = ScalarFactor(rawValue: text) {
            self = .scalar(scalar)
            return
        }
        guard let dot = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
        let rest = Array(text.utf8[text.utf8.index(after: dot)...])
        let isIdentifier = Identifier.isIdentifier(rest.span)
        let name = String(decoding: rest, as: UTF8.self)
        switch String(text[..<dot]) {
        case "rule" where isIdentifier: self = .rule(ID(name))
        case "commodity" where isIdentifier: self = .commodity(ID(name))
        case "fund" where isIdentifier: self = .fund(ID(name))
        case "rate" where Identifier.isThreeCapitals(rest.span) && name != "EUR": self = .rate(ID(name))
        case "prior":
            guard let status = Pledge.Status(rawValue: name), Self.priors.contains(status) else { return nil }
            self = .prior(status)
        default: return nil
        }
    }

    /// The statuses with a prior. A completed pledge has arrived and a withdrawn one will not: neither is uncertain.
    /// Source: MODEL § 9.
    static let priors: [Pledge.Status] = [.indicated, .offered, .confirmed, .deployed]
}
