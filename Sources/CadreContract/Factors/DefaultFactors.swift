import CadreJSON
import CadrePlanning

/// The default planning factors of Cadre, each with its source. Each applies until a `factor.set` replaces it as a
/// whole. Source: CONTRACT § 3; the table is `factors.json` next to this file, built into the program.
public enum DefaultFactors {
    /// Scalars in the order of `ScalarFactor.allCases`, then rules, commodities, funds, priors and rates by name.
    public static var all: [SourcedFactor] { table.factors }

    /// Returns the unit of a scalar, in words.
    public static func unit(of scalar: ScalarFactor) -> String { table.scalars[scalar]?.unit ?? "" }

    /// Returns the range of values that `factor.set` may set for a scalar.
    public static func range(of scalar: ScalarFactor) -> ClosedRange<Double> {
        let bounds = bounds(of: scalar)
        return bounds.least...bounds.greatest
    }

    /// The fault of the built-in table, or `nil` in every program that passed its tests.
    public static var problem: String? { table.problem }

    static func bounds(of scalar: ScalarFactor) -> Bounds { table.scalars[scalar]?.bounds ?? Bounds(0...0) }

    private static let table = FactorFile(parsing: PackageResources.factors_json)
}

/// The parsed file of default factors.
struct FactorFile {
    struct Scalar {
        var bounds: Bounds
        var unit: String
    }

    private(set) var factors: [SourcedFactor] = []
    private(set) var scalars: [ScalarFactor: Scalar] = [:]
    /// The first fault. Factors before it are kept.
    private(set) var problem: String?

    /// The bounds and the value of a scalar.
    private struct Row {
        var value = 0.0
        var least = 0.0
        var greatest = 0.0
        var unit = ""
        var source = ""

        static let table = ObjectTable(
            "scalar", "A scalar with its bounds", from: Row(),
            rules: [
                Rule("`max` is at least `min`") { row throws(MemberFault) in
                    guard row.least > row.greatest else { return }
                    throw MemberFault("max", expected: "at least min", found: "less")
                },
                Rule("`value` is from `min` to `max`") { row throws(MemberFault) in
                    let bounds = Bounds(row.least...row.greatest)
                    guard !bounds.contains(row.value) else { return }
                    throw MemberFault("value", expected: bounds.expected, found: "a number")
                },
            ],
            fields: [
                .required("min", \.least, .real, "The least value"),
                .required("max", \.greatest, .real, "The greatest value"),
                .required("value", \.value, .real, "The value that stands"),
                .required("unit", \.unit, .text, "The unit"),
                .required("source", \.source, .text, "Where the value comes from"),
            ])
    }

    init(parsing bytes: [UInt8]) {
        do {
            let file = try JSONValue(parsing: bytes)
            guard file.kind == .object else {
                throw MemberFault("factors.json", expected: "an object", found: file.kind.found)
            }
            for scalar in ScalarFactor.allCases { try read(scalar, file) }
            for row in try rows("scalars", file) where ScalarFactor(rawValue: row.name) == nil {
                throw MemberFault("scalars", expected: "scalars that the core knows", found: "another")
            }
            try readRows("rules", "rule", file)
            try readRows("commodities", "commodity", file)
            try readRows("funds", "fund", file)
            try readRows("priors", "prior", file)
            try readRows("rates", "rate", file)
        } catch let fault as MemberFault {
            problem = fault.detail
        } catch {
            problem = "\(error)"
        }
    }

    private func rows(_ table: String, _ file: JSONValue) throws(MemberFault) -> [(name: String, value: JSONValue)] {
        guard let rows = file[table]?.members else { throw MemberFault(table, expected: "an object", found: "another") }
        return rows
    }

    private mutating func read(_ scalar: ScalarFactor, _ file: JSONValue) throws(MemberFault) {
        guard let rows = file["scalars"] else { throw MemberFault("scalars", expected: "an object", found: "nothing") }
        guard let value = rows[scalar.rawValue] else {
            throw MemberFault("scalars.\(scalar.rawValue)", expected: "a scalar", found: "nothing")
        }
        do throws(MemberFault) {
            let row = try Row.table.read(value.document, value.node)
            scalars[scalar] = Scalar(bounds: Bounds(row.least...row.greatest), unit: row.unit)
            factors.append(SourcedFactor(factor: .scalar(scalar, row.value), source: row.source))
        } catch {
            throw error.within("scalars.\(scalar.rawValue)")
        }
    }

    private mutating func readRows(_ table: String, _ prefix: String, _ file: JSONValue) throws(MemberFault) {
        for row in try rows(table, file) {
            let text = "\(prefix).\(row.name)"
            do throws(MemberFault) {
                guard let name = FactorName(text: text) else {
                    throw MemberFault("", expected: "a factor's name", found: "another")
                }
                // A rate's number has its source next to it here, but not in an event.
                var value = row.value
                if case .rate = name, let number = row.value["value"] { value = number }
                guard let source = row.value["source"]?.text else {
                    throw MemberFault("source", expected: "a text", found: "nothing")
                }
                let factor = try Factor(name, reading: value.document, value.node)
                factors.append(SourcedFactor(factor: factor, source: source))
            } catch {
                throw error.within(text)
            }
        }
    }
}
