/// Valid and invalid values of a member, as JSON fragments.
struct MemberValues: Sendable {
    struct Wrong: Sendable {
        let fragment: String
        /// The part that faults add to the member's path: `[0]`, `.water`.
        var place = ""
        /// Whether JSON Schema cannot detect an invalid value.
        var isBeyondSchema = false
    }

    let right: [String]
    let wrong: [Wrong]

    init(right: [String], wrong: [String], beyondSchema: [String] = [], within: [(String, String)] = []) {
        self.right = right
        self.wrong =
            wrong.map { Wrong(fragment: $0) } + beyondSchema.map { Wrong(fragment: $0, isBeyondSchema: true) }
            + within.map { Wrong(fragment: $0.0, place: $0.1) } + [Wrong(fragment: "null")]
    }

    private static func quoted(_ texts: [String]) -> [String] { texts.map { "\"\($0)\"" } }
    private static let x64 = String(repeating: "x", count: 64)
    private static let notIdentifiers = quoted([
        "", "\(x64)x", "a b", " a", "a/b", "a:b", "\u{E9}", "a\\n", "\\u0000", "\u{FF11}", "a\u{301}",
    ])

    static let identifier = MemberValues(
        right: quoted(["a", "A.b_c-9", ".", x64, "\\u0041"]), wrong: notIdentifiers + ["5", "true", "{}", "[\"a\"]"])
    static let mission = MemberValues(
        right: quoted(["a", "A_c-9", x64]), wrong: notIdentifiers + ["\"a.b\"", "5", "true", "{}", "[]"])
    static let threeCapitals = MemberValues(
        right: quoted(["NOR", "XNA", "ZZZ"]),
        wrong: quoted(["", "no", "NORW", "Nor", "N0R", "NO\u{C5}", "NOR\\n"]) + ["5", "[]"])
    static let text = MemberValues(
        right: quoted([
            "", "a\\n\\u0000\u{1F600}", String(repeating: "\u{1F600}", count: 4_096),
            String(repeating: "\\u00e9", count: 4_096),
        ]),
        wrong: quoted([String(repeating: "x", count: 4_097), String(repeating: "e\u{301}", count: 2_049)])
            + ["5", "false", "[]", "{}"])
    static let flag = MemberValues(right: ["true", "false"], wrong: ["1", "0", "\"true\"", "[]", "{}"])
    static let day = MemberValues(
        right: quoted(["2004-02-29"]),
        wrong: quoted([
            "", "1899-12-31", "2200-01-01", "2004-2-29", "2004-13-01", "2004-00-01", "2004-01-00", "2004-01-32",
            "20040101",
            "2004-01-01T00:00:00Z", " 2004-01-01", "2004-01-01\\n", "\u{FF12}004-01-01", "2004/01/01", "-004-01-01",
        ]) + ["20040101", "true", "[]", "{}"],
        beyondSchema: quoted(["2003-02-29", "2100-02-29", "2004-04-31"]))
    static let instant = MemberValues(
        right: quoted([
            "2004-08-14T00:00:00Z", "2004-08-14t23:59:59.999999999999999999999z", "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59.9+00:00", "2004-02-29T00:00:00-23:59", "1990-12-31T23:59:59-00:00",
        ]),
        wrong: quoted([
            "", "2004-08-14", "2004-08-14T00:00:00", "2004-08-14 00:00:00Z", "2004-08-14T24:00:00Z",
            "2004-08-14T00:60:00Z",
            "2004-08-14T00:00:60Z", "2004-08-14T00:00Z", "2004-08-14T00:00:00.Z", "2004-08-14T00:00:00,5Z",
            "2004-08-14T00:00:00+24:00", "2004-08-14T00:00:00+0100", "2004-08-14T00:00:00+01", "2004-08-14T00:00:00ZZ",
            "2004-08-14T00:00:00+01:60", "2004-13-14T00:00:00Z", "10000-01-01T00:00:00Z", "2004-08-14T00:00:00Z\\n",
        ]) + ["1092441600", "[]", "{}"],
        beyondSchema: quoted(["2003-02-29T00:00:00Z", "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01"]))

    static func count(_ range: ClosedRange<Int>) -> MemberValues {
        MemberValues(
            right: ["\(range.lowerBound)", "\(range.upperBound)", "\(range.upperBound).0", "\(range.upperBound)0e-1"],
            wrong: [
                "\(range.lowerBound - 1)", "\(range.upperBound + 1)", "\(range.lowerBound).5", "-0.5", "1e999",
                "-1e999",
                "1000000000000000000000000000000", "1e-400", "\"\(range.lowerBound)\"", "true", "[]", "{}",
            ].filter { range.lowerBound > 0 || $0 != "1e-400" } + (range.lowerBound > 0 ? [] : ["1e-300"]))
    }

    static let count = count(0...1_000_000)
    static let priority = count(1...5)

    static func number(_ least: Double, _ greatest: Double, openBelow: Bool = false) -> MemberValues {
        MemberValues(
            right: ["\(greatest)", "\((least + greatest) / 2)"] + (openBelow ? ["1e-300"] : ["\(least)"]),
            wrong: [
                "\(greatest.nextUp)", openBelow ? "\(least)" : "\(least.nextDown)", "1e999", "-1e999", "\"1\"", "true",
                "[]",
                "{}",
            ])
    }

    static let share = number(0, 1)
    static let quantity = number(0, 1e9)
    static let money = number(0, 1e12)
    static let positive = MemberValues(
        right: ["1e-300", "1", "1e308"], wrong: ["0", "-1", "1e999", "\"1\"", "true", "[]", "{}"])

    static func choice(_ words: String...) -> MemberValues {
        MemberValues(
            right: quoted(words),
            wrong: quoted(["", "x", words[0].uppercased(), words[0] + " "]) + ["0", "true", "[]", "{}"])
    }

    /// Returns lists of the values that each entry may have.
    static func list(of entry: MemberValues, _ right: String) -> MemberValues {
        let thousand = Array(repeating: right, count: 1_000).joined(separator: ",")
        return MemberValues(
            right: ["[]", "[\(right),\(right)]", "[\(thousand)]"],
            wrong: [right, "{}", "true", "[\(thousand),\(right)]"],
            within: entry.wrong.filter { !$0.isBeyondSchema }.map { ("[\(right),\($0.fragment)]", "[1]\($0.place)") })
    }

    static let identifiers = list(of: identifier, "\"a\"")
    static let pledges = list(
        of: MemberValues(
            right: [],
            wrong: quoted(["", "NOR", "NOR/", "/P-1", "nor/P-1", "NORW/P", "NOR/P/1", "NOR P", "NOR/P\\n"]) + [
                "5", "{}",
            ]),
        "\"NOR/P-1\"")
    static let quantities = MemberValues(
        right: ["{}", "{\"water\":0,\"x.y\":1e9,\"fuel\":0.5}", "{\"water\":-1,\"water\":1}"],
        wrong: ["[]", "5", "{\"\":1}", "{\"a b\":1}", "{\"\(x64)x\":1}", map(of: 1_001, "1")],
        within: ["-1", "1000000001", "1e999", "\"1\"", "null", "true"].map { ("{\"water\":\($0)}", ".water") })
    static let hosted = MemberValues(
        right: [
            "{}", "{\"rule.guards\":\"e\",\"commodity.water\":null,\"rule.a.b\":null}",
            "{\"rule.a\":5,\"rule.a\":\"e\"}",
        ],
        wrong: [
            "[]", "\"rule.a\"", "{\"guards\":null}", "{\"rule.\":null}", "{\"Rule.a\":null}", "{\"fund.a\":null}",
            "{\"rule.a b\":null}",
        ],
        within: ["\"\"", "\"a b\"", "5", "true", "[]"].map { ("{\"rule.a\":\($0)}", ".rule.a") })

    static func map(of members: Int, _ value: String) -> String {
        "{\((0..<members).map { "\"m\($0)\":\(value)" }.joined(separator: ","))}"
    }
}
