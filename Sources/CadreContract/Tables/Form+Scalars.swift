import CadreJSON
import CadrePlanning

extension Form where Value == String {
    /// Free text, empty too.
    static let text = text(least: 0)
    /// A text of figures, of any length.
    static let anyText = Form(.name(.text), parse: { $0.text($1) }, write: { $1.value($0) })

    /// `line/LINE`, `run/RUN/j`, `track/DEMAND/TRACK/j` or `enabling/SITE/CAPABILITY`.
    static let group = begins(.group, with: ["line/", "run/", "track/", "enabling/"])
    /// `line ID`, `run ID`, `demand ID` or `rule CAPABILITY`.
    static let origin = begins(.origin, with: ["line ", "run ", "demand ", "rule "])

    private static func begins(_ rule: NameRule, with beginnings: [String]) -> Form {
        Form(.name(rule)) { json, node in
            json.text(node).flatMap { text in beginnings.contains { text.hasPrefix($0) } ? text : nil }
        } write: {
            $1.value($0)
        }
    }

    /// Text of at least so many Unicode scalars.
    static func text(least: Int) -> Form {
        let most = ContractLimits.textScalarsMax
        return Form(.text(least: least, most: most)) { json, node in
            guard let scalars = json.scalarCount(node), scalars >= least, scalars <= most else { return nil }
            return json.text(node)
        } write: {
            $1.value($0)
        }
    }
}

extension Form where Value == Int {
    /// Persons, posts, items, days …
    static let count = whole(0...ContractLimits.countMax)
    /// 1 (most urgent) … 5.
    static let priority = whole(1...5)
    /// Any whole number, as figures are.
    static let integer = whole(Int.min...Int.max)
    /// Any whole number from 0.
    static let natural = whole(0...Int.max)

    static func whole(_ range: ClosedRange<Int>) -> Form {
        Form(.whole(range)) { json, node in
            json.number(node)?.integer.flatMap { Int(exactly: $0) }.flatMap { range.contains($0) ? $0 : nil }
        } write: {
            $1.value($0)
        }
    }
}

extension Form where Value == Double {
    /// Any number, as figures are.
    static let real = number(.finite)
    /// Any number from 0.
    static let amount = number(Bounds(0...(.greatestFiniteMagnitude)))
    /// A share, 0 … 1.
    static let share = number(.share)

    static func number(_ bounds: Bounds) -> Form {
        Form(.number(bounds)) { json, node in
            json.number(node).flatMap { bounds.contains($0.double) ? $0.double : nil }
        } write: {
            $1.value($0)
        }
    }
}

extension Form where Value == Bool {
    static let flag = Form(.flag, parse: { $0.boolean($1) }, write: { $1.value($0) })
}

extension Form where Value == Day {
    static let date = Form(.date, parse: { $0.withText($1, TimeGrammar.day) ?? nil }, write: { $1.value($0) })
}

extension Form where Value == Instant {
    static let time = Form(.time, parse: { $0.withText($1, TimeGrammar.instant) ?? nil }, write: { $1.value($0) })
}

extension Form where Value == UInt64 {
    /// A source's own number in an answer, which has no fraction and no text.
    static let ownNumber = Form<Int>.whole(1...Int.max).converted {
        UInt64($0)
    } _: {
        Int(clamping: $0)
    }
}

extension Form where Value == ClosedRange<UInt64> {
    /// The first and the last of a range of a source's own numbers: `[3, 7]`.
    static let ownNumbers = Form<[UInt64]>.list(of: .ownNumber, countMin: 2, countMax: 2)
        .converted { numbers throws(MemberFault) in
            guard numbers[0] <= numbers[1] else {
                throw MemberFault("", expected: "the first number, then the last", found: "a smaller last number")
            }
            return numbers[0]...numbers[1]
        } _: {
            [$0.lowerBound, $0.upperBound]
        }
}

extension Form where Value: RawRepresentable<String> & CaseIterable & Sendable {
    /// One of an enumeration's words.
    static var word: Form { word(of: Array(Value.allCases)) }

    /// One of some of an enumeration's words.
    static func word(of cases: [Value]) -> Form {
        let words = cases.map(\.rawValue)
        let names = JSONNames(words)
        return Form(.words(words)) { json, node in
            json.index(of: names, node).map { cases[$0] }
        } write: {
            $1.value($0.rawValue)
        }
    }
}
