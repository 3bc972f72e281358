import CadrePlanning

// What each kind of factor takes: `value` of `factor.set`, and the rows of the table that ships with Cadre, are read by
// the same code. Sources: CONTRACT §§ 3 and 9.

extension EnablingRule {
    /// What a rule's `per` may be.
    private enum Per: String, CaseIterable { case mission, instructors, site, population }

    /// What does not belong to its `per` is judged and ignored.
    init(reading members: Members) throws(MemberFault) {
        let capability = try members.capability("capability")
        let per: Per = try members.choice("per")
        let ratio = try members.byThreatIfAny(
            "ratio", per == .population ? Bounds(from: 0, below: 0.9) : Bounds(0...1_000))
        let count = try members.byThreatIfAny("count", nil)
        let of = members.find("of") == nil ? nil : try members.capabilities("of")
        let gates = try members.flagIfAny("gates") ?? false
        let demand: Demand =
            switch per {
            case .mission: .perMission(ratio: try given(ratio, "ratio"))
            case .instructors:
                .perInstructors(
                    ratio: try given(ratio, "ratio"), of: of ?? [Capability("trainer"), Capability("adviser")])
            case .site: .perSite(count: try given(count, "count"))
            case .population: .perPopulation(ratio: try given(ratio, "ratio"))
            }
        self.init(capability: capability, demand: demand, gates: gates)
    }
}

private func given(_ value: ByThreat?, _ name: String) throws(MemberFault) -> ByThreat {
    guard let value else {
        throw MemberFault(name, expected: "a number, or one each for low, medium and high", found: "nothing")
    }
    return value
}

extension Commodity {
    init(reading members: Members) throws(MemberFault) {
        let perPersonDay = try members.nested("perPersonDay") { map throws(MemberFault) in
            ByClimate(
                temperate: try map.number("temperate", in: .quantity), hot: try map.number("hot", in: .quantity),
                cold: try map.number("cold", in: .quantity))
        }
        guard let perPersonDay else {
            throw MemberFault("perPersonDay", expected: "a number each for temperate, hot and cold", found: "nothing")
        }
        self.init(
            unit: try members.text("unit"), supplyClass: try members.text("class"), perPersonDay: perPersonDay,
            perSiteDay: try members.number("perSiteDay", in: .quantity),
            kgPerUnit: try members.number("kgPerUnit", in: .quantity),
            unitCost: try members.number("unitCost", in: .quantity),
            // Need not be whole, but acts only as ceil(stockDays / P) with a whole P (MODEL § 8): rounding is exact.
            stockDays: Int((try members.number("stockDays", in: .quantity) - 1e-9).rounded(.up)),
            lifted: try members.number("lifted", in: .share))
    }
}

extension Fund {
    init(reading members: Members) throws(MemberFault) {
        let charges = try members.required("charges", "a list of kinds of cost, or a map from kind to share")
        if members.json.kind(of: charges) == .object {
            var shares: [CostKind: Double] = [:]
            for member in try members.map("charges", keys: "a kind of cost") {
                let name = String(decoding: member.name, as: UTF8.self)
                guard let kind = CostKind(rawValue: name) else {
                    throw MemberFault(
                        "charges", expected: "names that are \(words(CostKind.self))", found: "another name")
                }
                guard let share = members.json.number(member.value)?.double, Bounds.share.contains(share) else {
                    throw MemberFault(
                        "charges.\(name)", expected: Bounds.share.expected,
                        found: members.json.kind(of: member.value).found)
                }
                shares[kind] = share
            }
            self.init(shares: shares)
            return
        }
        self.init(
            charges: try members.list("charges") { node throws(MemberFault) in
                guard let kind = members.json.word(node).flatMap(CostKind.init(rawValue:)) else {
                    throw MemberFault("", expected: words(CostKind.self), found: members.json.kind(of: node).found)
                }
                return kind
            })
    }
}

extension Prior {
    init(reading members: Members) throws(MemberFault) {
        self.init(
            alpha: try members.number("alpha", in: .positive), beta: try members.number("beta", in: .positive))
    }
}

extension Members {
    /// A number for all threats, or one for each.
    /// - Parameter bounds: `nil`: counts.
    fileprivate func byThreatIfAny(_ name: StaticString, _ bounds: Bounds?) throws(MemberFault) -> ByThreat? {
        guard let node = find(name) else { return nil }
        guard json.kind(of: node) == .object else { return ByThreat(try value(name, bounds)) }
        return try nested(name) { map throws(MemberFault) in
            ByThreat(
                low: try map.value("low", bounds), medium: try map.value("medium", bounds),
                high: try map.value("high", bounds))
        }
    }

    private func value(_ name: StaticString, _ bounds: Bounds?) throws(MemberFault) -> Double {
        guard let bounds else { return Double(try count(name)) }
        return try number(name, in: bounds)
    }
}
