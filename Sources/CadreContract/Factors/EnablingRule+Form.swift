import CadreJSON
import CadrePlanning

extension EnablingRule {
    private enum Per: String, CaseIterable { case mission, instructors, site, population }

    /// The members as written. Members that do not apply to `per` are validated and ignored.
    private struct Members: Sendable {
        var capability = Capability("")
        var per = Per.mission
        var ratio: Amount?
        var count: Amount?
        var of: [Capability]?
        var gates = false
    }

    /// One number for all threats, or one per threat.
    fileprivate struct Amount: Sendable {
        var byThreat: ByThreat
        var isOneForAll: Bool
    }

    private static let table = ObjectTable(
        "rule", "A rule that derives enabling posts from other posts", from: Members(), rules: [amount],
        fields: [
            .required("capability", \.capability, .identifier, "The capability of the posts"),
            .required("per", \.per, .word, "What the posts are counted by"),
            .optional(
                "ratio", \.ratio, .byThreat("ratioByThreat", .number(Bounds(0...1_000))),
                "Posts per post; below 0.9 per population"),
            .optional("count", \.count, .byThreat("countByThreat", .wholeNumber), "Posts per site, by its threat"),
            .optional("of", \.of, .list(of: .identifier), "The capabilities that count, per instructors"),
            .fallback("gates", \.gates, .flag, false, "Whether unfilled posts reduce the share of runs that is taught"),
            .checked("source", .text, "Where the rule comes from"),
        ])

    /// The amount required by `per`: its check needs the rule that the members form.
    private static let amount = Rule<Members>(
        "`count` is there if `per` is `site`, else `ratio`; a ratio per population is below 0.9",
        conditions: [
            .when("per", isOneOf: ["site"], [FieldDescription("count", .any, .required, "")]),
            .when(
                "per", isOneOf: ["mission", "instructors", "population"],
                [FieldDescription("ratio", .any, .required, "")]),
            .when(
                "per", isOneOf: ["population"],
                [
                    FieldDescription(
                        "ratio", Form.byThreat("populationRatioByThreat", .number(populationRatio)).shape, .required, ""
                    )
                ]),
        ]
    ) { members throws(MemberFault) in
        _ = try demand(members)
    }

    private static let populationRatio = Bounds(from: 0, below: 0.9)

    static let form = Form.object(table).converted { members throws(MemberFault) in
        EnablingRule(capability: members.capability, demand: try demand(members), gates: members.gates)
    } _: {
        members($0)
    }

    private static func demand(_ members: Members) throws(MemberFault) -> Demand {
        switch members.per {
        case .mission: return .perMission(ratio: try given(members.ratio, "ratio"))
        case .instructors:
            return .perInstructors(
                ratio: try given(members.ratio, "ratio"),
                of: members.of ?? [Capability("trainer"), Capability("adviser")])
        case .site: return .perSite(count: try given(members.count, "count"))
        case .population:
            let ratio = try given(members.ratio, "ratio")
            for (threat, value) in [("low", ratio.low), ("medium", ratio.medium), ("high", ratio.high)]
            where !populationRatio.contains(value) {
                let member = members.ratio?.isOneForAll == true ? "ratio" : "ratio.\(threat)"
                throw MemberFault(member, expected: populationRatio.expected, found: "a number")
            }
            return .perPopulation(ratio: ratio)
        }
    }

    private static func given(_ value: Amount?, _ name: String) throws(MemberFault) -> ByThreat {
        guard let value else {
            throw MemberFault(name, expected: "a number, or one each for low, medium and high", found: "nothing")
        }
        return value.byThreat
    }

    private static func members(_ rule: EnablingRule) -> Members {
        var members = Members(capability: rule.capability, gates: rule.gates)
        func amount(_ value: ByThreat) -> Amount {
            Amount(byThreat: value, isOneForAll: value.low == value.medium && value.medium == value.high)
        }
        switch rule.demand {
        case .perMission(let ratio): members.ratio = amount(ratio)
        case .perInstructors(let ratio, let capabilities):
            (members.per, members.ratio, members.of) = (.instructors, amount(ratio), capabilities)
        case .perSite(let count): (members.per, members.count) = (.site, amount(count))
        case .perPopulation(let ratio): (members.per, members.ratio) = (.population, amount(ratio))
        }
        return members
    }
}

extension Form where Value == EnablingRule.Amount {
    /// Returns the form of a number for all threats, or of one per threat.
    /// - Parameter name: The name by which schemas refer to the object.
    fileprivate static func byThreat(_ name: String, _ number: Form<Double>) -> Form {
        let table = ObjectTable(
            name, "A number for each threat", from: ByThreat(0),
            fields: [
                .required("low", \.low, number, "At sites of low threat"),
                .required("medium", \.medium, number, "At sites of medium threat"),
                .required("high", \.high, number, "At sites of high threat"),
            ])
        return Form(.either([number.shape, .object(table.description)])) { json, node throws(MemberFault) in
            guard json.kind(of: node) == .object else {
                return Value(byThreat: ByThreat(try number.read(json, node)), isOneForAll: true)
            }
            return Value(byThreat: try table.read(json, node), isOneForAll: false)
        } write: { value, writer in
            if value.isOneForAll {
                number.write(value.byThreat.low, &writer)
            } else {
                writer.object { table.write(value.byThreat, to: &$0) }
            }
        }
    }
}

extension Form where Value == Double {
    /// A count, as a number.
    static let wholeNumber = Form<Int>.count.converted {
        Double($0)
    } _: {
        Int($0)
    }
}
