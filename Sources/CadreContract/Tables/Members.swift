import CadreJSON

/// The fields of one object, read and written one after the other.
struct Members<Root>: Sendable {
    private let readers: [ObjectField<Root>.Reader]
    private let writers: [ObjectField<Root>.Writer]
    private let isRequired: [Bool]
    private let names: JSONNames
    private let knownNames: [String]

    init(_ fields: [ObjectField<Root>]) {
        precondition(fields.count <= JSONDocument.FoundMembers.namesMax, "a table of too many fields")
        readers = fields.map(\.read)
        writers = fields.map(\.write)
        isRequired = fields.map { $0.description.presence == .required }
        knownNames = fields.map(\.description.name)
        names = JSONNames(knownNames)
    }

    /// Reads the members of an object into a value. Unknown members are ignored.
    /// - Parameter nullIsAbsent: Whether an optional member that is `null` is absent.
    /// - Throws: The first member that is wrong, in the order of the fields.
    func read(
        _ json: JSONDocument, _ object: JSONDocument.Node, into root: inout Root, nullIsAbsent: Bool = false
    ) throws(MemberFault) {
        guard json.kind(of: object) == .object else { throw json.fault(object, expected: "an object") }
        let found = json.find(names, in: object)
        let readers = readers.span
        for index in readers.indices {
            var member = found[index]
            if nullIsAbsent, !isRequired[index], let node = member, json.kind(of: node) == .null {
                member = nil
            }
            try readers[index](json, member, object, &root)
        }
    }

    /// Checks that an object has no other members.
    /// - Throws: A fault of the object, which does not repeat the unknown name: details are published.
    func refuseOthers(_ json: JSONDocument, _ object: JSONDocument.Node) throws(MemberFault) {
        for member in json.members(of: object) where json.index(of: names, member.name) == nil {
            let known = knownNames.isEmpty ? "no members" : "no members but \(knownNames.joined(separator: ", "))"
            throw MemberFault("", expected: known, found: "another member")
        }
    }

    /// Writes the members between braces that are open.
    func write(_ root: Root, to writer: inout JSONWriter) {
        let writers = writers.span
        for index in writers.indices { writers[index](root, &writer) }
    }
}
