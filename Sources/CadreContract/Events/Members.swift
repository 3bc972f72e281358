import CadrePlanning

/// The members of one JSON object, read by name as the contract's kinds of values: each reader either gives what the
/// core takes or throws which member is wrong and what would do. `null` is a wrong type everywhere but in `hosted`.
struct Members {
    let json: JSONDocument
    let object: JSONDocument.Node

    /// - Parameter path: Names the value in the fault where it is no object.
    init(_ json: JSONDocument, _ node: JSONDocument.Node, path: String = "data") throws(MemberFault) {
        guard json.kind(of: node) == .object else {
            throw MemberFault(path, expected: "an object", found: json.kind(of: node).found)
        }
        self.json = json
        object = node
    }

    @inline(__always)
    func find(_ name: StaticString) -> JSONDocument.Node? { json.member(name, of: object) }

    func required(_ name: StaticString, _ expected: @autoclosure () -> String) throws(MemberFault) -> JSONDocument.Node
    {
        guard let node = find(name) else { throw MemberFault("\(name)", expected: expected(), found: "nothing") }
        return node
    }

    func fault(_ name: StaticString, _ node: JSONDocument.Node, _ expected: String) -> MemberFault {
        MemberFault("\(name)", expected: expected, found: json.kind(of: node).found)
    }

    // MARK: Texts

    /// Free text, empty too.
    func text(_ name: StaticString) throws(MemberFault) -> String {
        let node = try required(name, Self.textExpected)
        try checkText(name, node)
        return json.text(node) ?? ""
    }

    func textIfAny(_ name: StaticString) throws(MemberFault) -> String? {
        guard let node = find(name) else { return nil }
        try checkText(name, node)
        return json.text(node)
    }

    /// Judges free text that the core does not keep.
    func checkText(_ name: StaticString) throws(MemberFault) {
        guard let node = find(name) else { return }
        try checkText(name, node)
    }

    private func checkText(_ name: StaticString, _ node: JSONDocument.Node) throws(MemberFault) {
        guard let scalars = json.scalarCount(node), scalars <= ContractLimits.textScalarsMax else {
            throw fault(name, node, Self.textExpected)
        }
    }

    static let textExpected = "a text of at most \(ContractLimits.textScalarsMax) characters"

    /// One of an enumeration's words.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: StaticString, of type: Choice.Type = Choice.self
    ) throws(MemberFault) -> Choice {
        let node = try required(name, words(type))
        return try choice(name, node)
    }

    func choiceIfAny<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: StaticString, of type: Choice.Type = Choice.self
    ) throws(MemberFault) -> Choice? {
        guard let node = find(name) else { return nil }
        return try choice(name, node)
    }

    private func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: StaticString, _ node: JSONDocument.Node
    ) throws(MemberFault) -> Choice {
        guard let choice = json.word(node).flatMap(Choice.init(rawValue:)) else {
            throw fault(name, node, words(Choice.self))
        }
        return choice
    }

    // MARK: Numbers

    /// A whole number.
    func count(
        _ name: StaticString, in range: ClosedRange<Int> = 0...ContractLimits.countMax
    ) throws(MemberFault) -> Int {
        try count(name, required(name, wholeExpected(range)), in: range)
    }

    func countIfAny(
        _ name: StaticString, in range: ClosedRange<Int> = 0...ContractLimits.countMax
    ) throws(MemberFault) -> Int? {
        guard let node = find(name) else { return nil }
        return try count(name, node, in: range)
    }

    private func count(
        _ name: StaticString, _ node: JSONDocument.Node, in range: ClosedRange<Int>
    ) throws(MemberFault) -> Int {
        guard let whole = json.number(node)?.integer, let count = Int(exactly: whole), range.contains(count) else {
            throw fault(name, node, wholeExpected(range))
        }
        return count
    }

    private func wholeExpected(_ range: ClosedRange<Int>) -> String {
        "a whole number \(range.lowerBound) to \(range.upperBound)"
    }

    /// A number, whole or not.
    func number(_ name: StaticString, in bounds: Bounds) throws(MemberFault) -> Double {
        try number(name, required(name, bounds.expected), in: bounds)
    }

    func numberIfAny(_ name: StaticString, in bounds: Bounds) throws(MemberFault) -> Double? {
        guard let node = find(name) else { return nil }
        return try number(name, node, in: bounds)
    }

    private func number(
        _ name: StaticString, _ node: JSONDocument.Node, in bounds: Bounds
    ) throws(MemberFault) -> Double {
        guard let number = json.number(node)?.double, bounds.contains(number) else {
            throw fault(name, node, bounds.expected)
        }
        return number
    }

    func flagIfAny(_ name: StaticString) throws(MemberFault) -> Bool? {
        guard let node = find(name) else { return nil }
        guard let flag = json.boolean(node) else { throw fault(name, node, "true or false") }
        return flag
    }

    // MARK: Times

    func day(_ name: StaticString) throws(MemberFault) -> Day {
        try day(name, required(name, TimeGrammar.dayExpected))
    }

    func dayIfAny(_ name: StaticString) throws(MemberFault) -> Day? {
        guard let node = find(name) else { return nil }
        return try day(name, node)
    }

    private func day(_ name: StaticString, _ node: JSONDocument.Node) throws(MemberFault) -> Day {
        guard let day = json.withText(node, TimeGrammar.day) ?? nil else {
            throw fault(name, node, TimeGrammar.dayExpected)
        }
        return day
    }

    func instantIfAny(_ name: StaticString) throws(MemberFault) -> Instant? {
        guard let node = find(name) else { return nil }
        guard let instant = json.withText(node, TimeGrammar.instant) ?? nil else {
            throw fault(name, node, TimeGrammar.instantExpected)
        }
        return instant
    }
}

/// `one of low, medium, high`.
func words<Choice: RawRepresentable<String> & CaseIterable>(_ type: Choice.Type) -> String {
    "one of " + Choice.allCases.map(\.rawValue).joined(separator: ", ")
}
