import CadrePlanning

// `factor.set`. Sources: CONTRACT §§ 2 and 3.

extension SourcedFactor {
    init(reading members: Members) throws(MemberFault) {
        let expected = "a factor's name: a scalar's, rule.NAME, commodity.NAME, fund.NAME, prior.STATUS or rate.CUR"
        let node = try members.required("factor", expected)
        let name = members.json.word(node).flatMap { FactorName(text: $0) }
        guard let name else { throw members.fault("factor", node, expected) }
        let value = try members.required("value", "what the factor takes")
        let factor: Factor
        do throws(MemberFault) {
            factor = try Factor(name, reading: value, of: members)
        } catch {
            throw error.within("value")
        }
        let source = try members.textIfAny("source")
        let own = members.json.member("source", of: value).flatMap { members.json.text($0) }
        self.init(factor: factor, source: source ?? own ?? "", set: try members.textIfAny("set") ?? "")
    }
}

/// A name from the table of factors, before its value is read.
enum FactorName {
    case scalar(ScalarFactor)
    case rule(ID<RuleName>)
    case commodity(ID<CommodityName>)
    case fund(ID<FundName>)
    case prior(Pledge.Status)
    case rate(ID<Currency>)

    /// `nil` where the table has no such name and does not take it: scalars and priors are closed, and EUR is 1.
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

    /// A completed pledge has come, a withdrawn one will not: neither is a guess. Source: MODEL § 9.
    static let priors: [Pledge.Status] = [.indicated, .offered, .confirmed, .deployed]
}

extension Factor {
    /// - Throws: The first member of `value` that is wrong, by its path within it ("": the value itself).
    init(_ name: FactorName, reading value: JSONDocument.Node, of members: Members) throws(MemberFault) {
        let json = members.json
        switch name {
        case .scalar(let scalar):
            let bounds = DefaultFactors.bounds(of: scalar)
            self = .scalar(scalar, try Self.number(value, in: bounds, isWhole: scalar == .enablingPriority, json))
        case .rate(let currency):
            self = .rate(currency, try Self.number(value, in: .positive, isWhole: false, json))
        case .rule(let id): self = .rule(id, try EnablingRule(reading: try Self.object(json, value)))
        case .commodity(let id): self = .commodity(id, try Commodity(reading: try Self.object(json, value)))
        case .fund(let id): self = .fund(id, try Fund(reading: try Self.object(json, value)))
        case .prior(let status): self = .prior(status, try Prior(reading: try Self.object(json, value)))
        }
    }

    /// The members of a value, of which `source` belongs to all.
    private static func object(
        _ json: JSONDocument, _ value: JSONDocument.Node
    ) throws(MemberFault) -> Members {
        let members = try Members(json, value, path: "")
        try members.checkText("source")
        return members
    }

    private static func number(
        _ value: JSONDocument.Node, in bounds: Bounds, isWhole: Bool, _ json: JSONDocument
    ) throws(MemberFault) -> Double {
        let number = json.number(value)
        guard let number, bounds.contains(number.double), !isWhole || number.integer != nil else {
            let whole = isWhole ? ", whole" : ""
            throw MemberFault("", expected: bounds.expected + whole, found: json.kind(of: value).found)
        }
        return number.double
    }
}
