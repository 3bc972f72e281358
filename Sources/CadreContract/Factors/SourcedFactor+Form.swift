import CadreJSON
import CadrePlanning

extension SourcedFactor {
    /// The members of `factor.set`. Sources: CONTRACT §§ 2 and 3.
    static let table = ObjectTable(
        "factor", "Replaces one planning factor of the mission (§ 3)", from: blank, rules: [value],
        fields: [
            factor,
            .described("value", .any, "What the factor takes (CONTRACT § 3)"),
            .optional("source", \.writtenSource, .text, "Where the value comes from"),
            .fallback("set", \.set, .text, "", "Name and version of the set that the factor belongs to"),
        ])

    /// `value` is read with the name, so that nothing is left to check.
    private static let value = Rule<SourcedFactor>(
        "`value` is what the factor takes", conditions: Factor.conditions, check: { _ throws(MemberFault) in })

    /// Returns the value in the `data` of a `factor.set`, as the sender wrote it.
    public static func writtenValue(in data: JSONValue) -> JSONValue? { data["value"] }

    private static let blank = SourcedFactor(factor: .rate(ID("XXX"), 1), source: "")

    /// The factor's name and its value, which is read according to the name.
    private static let factor = ObjectField<SourcedFactor>(
        description: FieldDescription(
            "factor", .name(.factor), .required, "A name from the table of factors (CONTRACT § 3)")
    ) { json, member, object, root throws(MemberFault) in
        let expected = NameRule.factor.expected
        guard let member else { throw MemberFault("factor", expected: expected, found: "nothing") }
        guard let name = json.word(member).flatMap({ FactorName(text: $0) }) else {
            throw json.fault(member, expected: expected).within("factor")
        }
        guard let value = json.member("value", of: object) else {
            throw MemberFault("value", expected: "what the factor takes", found: "nothing")
        }
        do throws(MemberFault) {
            root.factor = try Factor(name, reading: json, value)
        } catch {
            throw error.within("value")
        }
        // If an event has no source itself, that of its value applies.
        root.source = json.member("source", of: value).flatMap { json.text($0) } ?? ""
    } write: { root, writer in
        writer.member("factor", root.factor.name)
        writer.name("value")
        root.factor.writeValue(to: &writer)
    }

    private var writtenSource: String? {
        get { source.isEmpty ? nil : source }
        set { source = newValue ?? "" }
    }
}
