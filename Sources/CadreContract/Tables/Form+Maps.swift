import CadreJSON
import CadrePlanning

extension Form {
    /// An object whose names are free: each name that counts, in the order of bytes, with its value.
    /// - Parameters:
    ///   - names: The rule that the names keep to.
    ///   - isName: Judges the bytes of one name.
    static func map<Entry>(
        names: NameRule, of entry: Form<Entry>, where isName: @escaping @Sendable (Span<UInt8>) -> Bool
    ) -> Form where Value == [(name: String, value: Entry)] {
        map(names: names, of: entry, countMax: ContractLimits.listEntriesMax, where: isName)
    }

    /// Figures by name. Names were checked when the figures were made, and there may be any number.
    /// - Parameter names: The rule that the names keep to.
    static func rows<Entry>(
        of entry: Form<Entry>, names: NameRule = .text
    ) -> Form where Value == Rows<Entry> {
        Form<[(name: String, value: Entry)]>.map(names: names, of: entry, countMax: nil, where: { _ in true })
            .converted {
                Rows($0.map { ($0.name, $0.value) })
            } _: {
                $0.all.map { ($0.name, $0.value) }
            }
    }

    private static func map<Entry>(
        names: NameRule, of entry: Form<Entry>, countMax: Int?, where isName: @escaping @Sendable (Span<UInt8>) -> Bool
    ) -> Form where Value == [(name: String, value: Entry)] {
        let shape = Shape.map(names: names, entry.shape, countMax: countMax)
        return Form(shape) { json, node throws(MemberFault) in
            guard json.kind(of: node) == .object else { throw json.fault(node, expected: shape.expected) }
            let members = json.standingMembers(of: node)
            guard members.count <= countMax ?? .max else {
                throw MemberFault("", expected: shape.expected, found: "more")
            }
            var entries: [(name: String, value: Entry)] = []
            for member in members {
                guard isName(member.name.span) else {
                    throw MemberFault("", expected: "names of \(names.expected)", found: "another name")
                }
                let name = String(decoding: member.name, as: UTF8.self)
                entries.append((name, try entry.read(json, member.value, named: name)))
            }
            return entries
        } write: { entries, writer in
            writer.object {
                for (name, value) in entries {
                    $0.name(name)
                    entry.write(value, &$0)
                }
            }
        }
    }
}

extension Form {
    /// An object whose names are values of a type.
    /// - Parameters:
    ///   - named: Returns the value of a name, or `nil` if it has none.
    ///   - text: Returns the name of a value.
    static func map<Name, Entry>(
        names: NameRule, of entry: Form<Entry>, named: @escaping @Sendable (String) -> Name?,
        text: @escaping @Sendable (Name) -> String
    ) -> Form where Value == [(name: Name, value: Entry)] {
        Form<[(name: String, value: Entry)]>.map(names: names, of: entry, countMax: nil, where: { _ in true })
            .converted { members throws(MemberFault) in
                var entries: [(name: Name, value: Entry)] = []
                for member in members {
                    guard let name = named(member.name) else {
                        throw MemberFault("", expected: "names of \(names.expected)", found: "another name")
                    }
                    entries.append((name, member.value))
                }
                return entries
            } _: {
                $0.map { (text($0.name), $0.value) }
            }
    }

    /// Values by name in no order; they are written in the order of the names' bytes.
    static func dictionary<Entry>(names: NameRule = .text, of entry: Form<Entry>) -> Form
    where Value == [String: Entry] {
        Form<[(name: String, value: Entry)]>.map(names: names, of: entry, countMax: nil, where: { _ in true })
            .converted {
                Dictionary($0.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
            } _: {
                $0.sorted { bytesPrecede($0.key, $1.key) }.map { (name: $0.key, value: $0.value) }
            }
    }
}

extension Form where Value == [ID<CommodityName>: Double] {
    /// Quantities by commodity.
    static let quantities = Form<[(name: String, value: Double)]>.map(
        names: .identifier, of: .number(.quantity), where: Identifier.isIdentifier
    ).converted {
        Dictionary(uniqueKeysWithValues: $0.map { (ID<CommodityName>($0.name), $0.value) })
    } _: {
        $0.sorted { bytesPrecede($0.key.text, $1.key.text) }.map { (name: $0.key.text, value: $0.value) }
    }
}
