import CadrePlanning

@testable import CadreContract

extension EventSample {
    static let factors: [EventSample] = structured + ScalarFactor.allCases.map(scalar)

    /// Returns a scalar with values at its bounds: those of the built-in table against those of the schema.
    private static func scalar(_ scalar: ScalarFactor) -> EventSample {
        let range = DefaultFactors.range(of: scalar)
        let values: MemberValues =
            scalar == .enablingPriority
            ? .count(Int(range.lowerBound)...Int(range.upperBound)) : .number(range.lowerBound, range.upperBound)
        return sample(scalar.rawValue, "\(range.upperBound)", [MemberRow("value", values, required: true)])
    }

    private static func sample(_ factor: String, _ value: String, _ rows: [MemberRow]) -> EventSample {
        EventSample(
            type: "factor.set", form: factor,
            data:
                #"{"mission":"ATLAS","factor":"\#(factor)","value":\#(value),"source":"staff estimate","#
                + #""set":"Atlas 2"}"#,
            rows: rows)
    }

    private static let names = MemberValues(
        right: ["\"rule.a\"", "\"rule.a.b\"", "\"rule.\(String(repeating: "x", count: 64))\""],
        wrong: [
            "\"\"", "\"rule\"", "\"rule.\"", "\"rule.a b\"", "\"Rule.a\"", "\"stock.days\"", "\"tour\"",
            "\"prior.completed\"",
            "\"prior.withdrawn\"", "\"prior.x\"", "\"rate.EUR\"", "\"rate.usd\"", "\"rate.USDX\"",
            "\"truck.payload\u{212A}g\"",
            "\"rule.\(String(repeating: "x", count: 65))\"", "5", "[]",
        ])
    private static let notObjects = MemberValues(right: [], wrong: ["5", "\"x\"", "[]", "true"])

    private static func byThreat(_ values: MemberValues) -> MemberValues {
        func all(_ fragment: String) -> String { #"{"low":\#(fragment),"medium":\#(fragment),"high":\#(fragment)}"# }
        return MemberValues(
            right: values.right + values.right.map(all),
            wrong: values.wrong.map(\.fragment).filter { !"{}null".contains($0) },
            within: values.wrong.map { (all($0.fragment), ".low") }
                + [("{}", ".low"), (#"{"low":0,"high":0}"#, ".medium"), (#"{"low":0,"medium":0}"#, ".high")])
    }

    private static let ratio = byThreat(.number(0, 1_000))

    /// Kinds of cost in a list; a map of them is valid too.
    private static let chargesAsList: MemberValues = {
        let list = MemberValues.list(
            of: .choice("personnel", "supplies", "lift", "training", "training-abroad", "sales"), "\"sales\"")
        return MemberValues(
            right: list.right + ["{}"],
            wrong: list.wrong.filter { $0.place.isEmpty && !["{}", "null"].contains($0.fragment) }.map(\.fragment),
            within: list.wrong.filter { !$0.place.isEmpty }.map { ($0.fragment, $0.place) })
    }()

    private static let structured: [EventSample] = [
        sample(
            "rule.guards",
            #"""
            {"capability":"protection.guard","per":"site","count":{"low":10,"medium":20,"high":50},"ratio":0.5,\#
            "of":["trainer"],"gates":true,"source":"s"}
            """#,
            [
                MemberRow("mission", .mission, required: true), MemberRow("factor", names, required: true),
                MemberRow("source", .text), MemberRow("set", .text),
                MemberRow("value", notObjects, required: true),
                MemberRow("value.capability", .identifier, required: true),
                MemberRow(
                    "value.per", MemberValues(right: ["\"site\""], wrong: ["\"\"", "\"Site\"", "\"person\"", "5"]),
                    required: true),
                MemberRow("value.count", byThreat(.count), required: true),
                // Members that do not apply to `per: site` are validated as well.
                MemberRow("value.ratio", ratio), MemberRow("value.of", .identifiers), MemberRow("value.gates", .flag),
                MemberRow("value.source", .text),
            ]),
        sample(
            "rule.interpreters",
            #"{"capability":"support.interpreter","per":"instructors","ratio":0.33,"of":["trainer"]}"#,
            [
                MemberRow("value.ratio", ratio, required: true), MemberRow("value.of", .identifiers),
                MemberRow("value.count", byThreat(.count)),
            ]),
        sample(
            "rule.headquarters", #"{"capability":"staff.headquarters","per":"mission","ratio":0.08}"#,
            [MemberRow("value.ratio", ratio, required: true)]),
        sample(
            "rule.medical", #"{"capability":"support.medical","per":"population","ratio":0.04}"#,
            [
                MemberRow(
                    "value.ratio",
                    byThreat(
                        MemberValues(right: ["0", "0.8999999999"], wrong: ["0.9", "1", "-0.1", "1e999", "\"0\""])),
                    required: true)
            ]),
        sample(
            "commodity.mail",
            #"""
            {"unit":"bag","class":"VI","perPersonDay":{"temperate":0.02,"hot":0.02,"cold":0.02},"perSiteDay":0.5,\#
            "kgPerUnit":8,"unitCost":2,"stockDays":25.5,"lifted":0.5,"source":"s"}
            """#,
            [
                MemberRow("value", notObjects, required: true), MemberRow("value.unit", .text, required: true),
                MemberRow("value.class", .text, required: true),
                MemberRow("value.perPersonDay", MemberValues(right: [], wrong: ["1", "[]"]), required: true),
                MemberRow("value.perPersonDay.temperate", .quantity, required: true),
                MemberRow("value.perPersonDay.hot", .quantity, required: true),
                MemberRow("value.perPersonDay.cold", .quantity, required: true),
                MemberRow("value.perSiteDay", .quantity, required: true),
                MemberRow("value.kgPerUnit", .quantity, required: true),
                MemberRow("value.unitCost", .quantity, required: true),
                MemberRow("value.stockDays", .quantity, required: true),
                MemberRow("value.lifted", .share, required: true),
                MemberRow("value.source", .text),
            ]),
        sample(
            "fund.trust-fund", #"{"charges":["lift"]}"#,
            [
                MemberRow("value", notObjects, required: true),
                MemberRow("value.charges", chargesAsList, required: true), MemberRow("value.source", .text),
            ]),
        sample(
            "fund.common", #"{"charges":{"lift":0.4,"training-abroad":1}}"#,
            [
                MemberRow(
                    "value.charges",
                    MemberValues(
                        right: ["{}", #"{"personnel":1,"sales":0}"#, #"{"lift":2,"lift":0.5}"#],
                        wrong: [#"{"water":1}"#, #"{"":1}"#, #"{"Lift":1}"#, "\"lift\"", "1", "true"],
                        within: MemberValues.share.wrong.map { (#"{"lift":\#($0.fragment)}"#, ".lift") }),
                    required: true),
                MemberRow("value.charges.lift", .share), MemberRow("value.charges.training-abroad", .share),
            ]),
        sample(
            "prior.deployed", #"{"alpha":199,"beta":1}"#,
            [
                MemberRow("value", notObjects, required: true), MemberRow("value.alpha", .positive, required: true),
                MemberRow("value.beta", .positive, required: true), MemberRow("value.source", .text),
            ]),
        sample("rate.USD", "0.92", [MemberRow("value", .positive, required: true)]),
    ]
}
