import CadreJSON

/// The members of one kind of object, declared once: reader, writer, schema, sheet columns and documents follow from it.
///
/// ```swift
/// static let table = ObjectTable("strength", "Persons of each period", from: Strength.empty, fields: [
///     .required("required", \.required, .series, "Posts"),
///     .required("filled", \.filled, .series, "Filled posts"),
/// ])
/// ```
public struct ObjectTable<Root>: Sendable {
    public let description: TableDescription
    private let blank: @Sendable () -> Root
    private let members: Members<Root>
    private let rules: [Rule<Root>]
    private let nullIsAbsent: Bool

    /// - Parameters:
    ///   - name: The name by which schemas refer to the object.
    ///   - summary: One line about the object, without full stop.
    ///   - blank: The value that reading starts from: every required field replaces its part of it.
    ///   - rules: The conditions between members, judged after all fields.
    ///   - nullIsAbsent: Whether an optional member that is `null` is absent, as in CloudEvents' attributes.
    ///   - isClosed: Whether an unknown member is a fault; otherwise it is ignored.
    init(
        _ name: String, _ summary: String, from blank: @escaping @autoclosure @Sendable () -> Root,
        rules: [Rule<Root>] = [], nullIsAbsent: Bool = false, isClosed: Bool = false, fields: [ObjectField<Root>]
    ) {
        self.blank = blank
        self.rules = rules
        self.nullIsAbsent = nullIsAbsent
        members = Members(fields)
        description = TableDescription(
            name: name, summary: summary, fields: fields.map(\.description), rules: rules.map(\.text),
            conditions: rules.flatMap(\.conditions), isClosed: isClosed)
    }

    /// Reads an object.
    /// - Throws: The first member that is wrong, in the order of the fields, then the first rule that is broken.
    func read(_ json: JSONDocument, _ object: JSONDocument.Node) throws(MemberFault) -> Root {
        var root = blank()
        if description.isClosed { try members.refuseOthers(json, object) }
        try members.read(json, object, into: &root, nullIsAbsent: nullIsAbsent)
        let rules = rules.span
        for index in rules.indices { try rules[index].check(root) }
        return root
    }

    /// Writes the members between braces that are open.
    func write(_ root: Root, to writer: inout JSONWriter) {
        members.write(root, to: &writer)
    }
}
