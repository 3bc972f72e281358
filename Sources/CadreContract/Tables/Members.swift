import CadreJSON

/// The fields of one object, read and written one after the other.
struct Members<Root>: Sendable {
    /// The treatment of members that are `null` or unknown.
    enum Strictness: Sendable {
        /// `null` is a value; unknown members are ignored.
        case plain
        /// An optional member that is `null` is absent, as in CloudEvents' attributes; unknown members are ignored.
        case nullIsAbsent
        /// An optional member that is `null` is absent, and an unknown member is refused: params of a request.
        case strict
    }

    private let readers: [ObjectField<Root>.Reader]
    private let writers: [ObjectField<Root>.Writer]
    private let names: [String]
    private let isRequired: [Bool]
    private let sought: JSONNames

    init(_ fields: [ObjectField<Root>]) {
        precondition(fields.count <= JSONDocument.FoundMembers.namesMax, "a table of too many fields")
        readers = fields.map(\.read)
        writers = fields.map(\.write)
        names = fields.map(\.description.name)
        isRequired = fields.map { $0.description.presence == .required }
        sought = JSONNames(names)
    }

    /// Reads the members of an object into a value.
    /// - Throws: The first member that is wrong, in the order of the fields.
    func read(
        _ json: JSONDocument, _ object: JSONDocument.Node, into root: inout Root, _ strictness: Strictness
    ) throws(MemberFault) {
        guard json.kind(of: object) == .object else { throw json.fault(object, expected: "an object") }
        let found = json.find(sought, in: object)
        if strictness == .strict, let unknown = found.unknown {
            throw MemberFault(
                json.text(unknown) ?? "",
                expected: names.isEmpty ? "no members" : "one of \(names.joined(separator: ", "))",
                found: "another member")
        }
        let readers = readers.span
        for index in readers.indices {
            var member = found[index]
            if strictness != .plain, !isRequired[index], let node = member, json.kind(of: node) == .null {
                member = nil
            }
            try readers[index](json, member, object, &root)
        }
    }

    /// Writes the members between braces that are open.
    func write(_ root: Root, to writer: inout JSONWriter) {
        let writers = writers.span
        for index in writers.indices { writers[index](root, &writer) }
    }
}
