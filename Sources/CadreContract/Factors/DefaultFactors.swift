import CadrePlanning

/// The planning factors that ship with Cadre, each with its source: they stand until a `factor.set` replaces one whole.
/// Source: CONTRACT § 3; the table is `factors.json` beside this file, built into the program.
public enum DefaultFactors {
    /// Scalars in the order of `ScalarFactor.allCases`, then rules, commodities, funds, priors and rates by name.
    public static var all: [SourcedFactor] { table.factors }

    /// What a scalar is counted in, in words.
    public static func unit(of scalar: ScalarFactor) -> String { table.scalars[scalar]?.unit ?? "" }

    /// The least and the greatest that `factor.set` may give a scalar.
    public static func range(of scalar: ScalarFactor) -> ClosedRange<Double> {
        let bounds = bounds(of: scalar)
        return bounds.least...bounds.greatest
    }

    /// What is wrong with the built-in table; `nil` in every program that passed its tests.
    public static var problem: String? { table.problem }

    static func bounds(of scalar: ScalarFactor) -> Bounds { table.scalars[scalar]?.bounds ?? Bounds(0...0) }

    private static let table = FactorFile(parsing: PackageResources.factors_json)
}

/// The file of default factors, read.
struct FactorFile {
    struct Scalar {
        var bounds: Bounds
        var unit: String
    }

    private(set) var factors: [SourcedFactor] = []
    private(set) var scalars: [ScalarFactor: Scalar] = [:]
    /// The first thing that is wrong with it. What stands before it is kept.
    private(set) var problem: String?

    init(parsing bytes: [UInt8]) {
        do {
            let json = try JSONDocument(parsing: bytes)
            let file = try Members(json, json.root, path: "factors.json")
            for scalar in ScalarFactor.allCases { try read(scalar, file) }
            for row in try file.map("scalars", keys: "a scalar")
            where ScalarFactor(rawValue: String(decoding: row.name, as: UTF8.self)) == nil {
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

    private mutating func read(_ scalar: ScalarFactor, _ file: Members) throws(MemberFault) {
        let rows = try file.required("scalars", "an object")
        guard let row = file.json.member(named: scalar.rawValue, of: rows) else {
            throw MemberFault("scalars.\(scalar.rawValue)", expected: "a scalar", found: "nothing")
        }
        do throws(MemberFault) {
            let members = try Members(file.json, row, path: "")
            let finite = Bounds(-.greatestFiniteMagnitude...(.greatestFiniteMagnitude))
            let least = try members.number("min", in: finite)
            let greatest = try members.number("max", in: finite)
            guard least <= greatest else { throw MemberFault("max", expected: "at least min", found: "less") }
            let value = try members.number("value", in: Bounds(least...greatest))
            scalars[scalar] = Scalar(bounds: Bounds(least...greatest), unit: try members.text("unit"))
            factors.append(SourcedFactor(factor: .scalar(scalar, value), source: try members.text("source")))
        } catch {
            throw error.within("scalars.\(scalar.rawValue)")
        }
    }

    private mutating func readRows(
        _ table: StaticString, _ prefix: String, _ file: Members
    ) throws(MemberFault) {
        for row in try file.map(table, keys: "a name") {
            let text = "\(prefix).\(String(decoding: row.name, as: UTF8.self))"
            do throws(MemberFault) {
                guard let name = FactorName(text: text) else {
                    throw MemberFault("", expected: "a factor's name", found: "another")
                }
                let members = try Members(file.json, row.value, path: "")
                // A rate's number stands beside its source here, and alone in an event.
                var value = row.value
                if case .rate = name { value = try members.required("value", "a number") }
                let factor = try Factor(name, reading: value, of: members)
                factors.append(SourcedFactor(factor: factor, source: try members.text("source")))
            } catch {
                throw error.within(text)
            }
        }
    }
}
