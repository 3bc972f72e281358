/// The definitions that the schemas of all files refer to.
enum SharedDefinitions {
    /// The file, below the folder of all schemas.
    static let path = "definitions.schema.json"

    static var members: [SchemaValue.Member] {
        let rules = NameRule.allCases.compactMap { rule in
            rule.schema.map { SchemaValue.Member(rule.rawValue, described($0, rule.expected)) }
        }
        return rules + [
            .init(
                "text",
                described(
                    .object([.type("string"), .init("maxLength", .number("\(ContractLimits.textScalarsMax)"))]),
                    "Free text, empty too; measured in Unicode scalars")),
            .init(
                "date",
                described(
                    .text(matching: "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"),
                    "YYYY-MM-DD; the day must exist")),
            .init(
                "time",
                described(
                    .text(
                        matching:
                            "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
                            + "(\\.[0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"),
                    "RFC 3339 with zone; the day must exist, and in UTC the year must lie in 0000 to 9999")),
            .init(
                "count",
                .object([
                    .type("integer"), .init("minimum", .number("0")),
                    .init("maximum", .number("\(ContractLimits.countMax)")),
                ])),
            .init(
                "priority",
                described(
                    .object([.type("integer"), .init("minimum", .number("1")), .init("maximum", .number("5"))]),
                    "1 is the most urgent")),
            .init("share", number(.share)), .init("quantity", number(.quantity)), .init("money", number(.money)),
            .init("sequence", sequence(least: 0, "^0*[0-9]{1,19}")),
            .init("positiveSequence", sequence(least: 1, "^0*[1-9][0-9]{0,18}")),
        ]
    }

    private static func described(_ schema: SchemaValue, _ summary: String) -> SchemaValue {
        guard case .object(let members) = schema else { return schema }
        return .object([.init("description", .text(summary))] + members)
    }

    private static func number(_ bounds: Bounds) -> SchemaValue {
        .object([.type("number")] + ShapeSchema.limits(bounds))
    }

    private static func sequence(least: Int, _ pattern: String) -> SchemaValue {
        let number = SchemaValue.object([
            .type("integer"), .init("minimum", .number("\(least)")),
            .init("maximum", .number("\(ContractLimits.sequenceMax)")),
        ])
        return described(
            .object([.init("anyOf", .list([number, .text(matching: pattern)]))]),
            "A whole number from \(least), as a number or as decimal text; at most \(ContractLimits.sequenceMax)")
    }
}
