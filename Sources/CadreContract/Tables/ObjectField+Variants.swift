import CadreJSON

/// One case of an enumeration with payloads, as the members that belong to its word.
struct Variant<Value>: Sendable {
    let word: String
    let description: FieldDescription.Variant
    /// Reads the members of the variant from the object that also has the word.
    let read: @Sendable (JSONDocument, JSONDocument.Node) throws(MemberFault) -> Value
    /// Writes the members if the value is of this variant.
    /// - Returns: Whether it is.
    let write: @Sendable (Value, inout JSONWriter) -> Bool

    /// Creates a variant.
    /// - Parameters:
    ///   - wrap: Returns the value with a payload.
    ///   - unwrap: Returns the payload, or `nil` if the value is of another variant.
    init<Payload>(
        _ word: String, _ table: ObjectTable<Payload>, wrap: @escaping @Sendable (Payload) -> Value,
        unwrap: @escaping @Sendable (Value) -> Payload?
    ) {
        self.word = word
        description = FieldDescription.Variant(
            word: word, fields: table.description.fields, rules: table.description.rules)
        read = { json, object throws(MemberFault) in wrap(try table.read(json, object)) }
        write = { value, writer in
            guard let payload = unwrap(value) else { return false }
            table.write(payload, to: &writer)
            return true
        }
    }
}

extension ObjectField {
    /// Returns the field of a word on which further members depend: together they are one value.
    static func variants<Value>(
        _ name: String, _ path: StoredProperty<Root, Value>.Path, _ variants: [Variant<Value>], _ summary: String
    ) -> ObjectField {
        let property = StoredProperty(path)
        let encodedName = JSONWriter.encodedName(name)
        let shape = Shape.words(variants.map(\.word))
        let words = JSONNames(variants.map(\.word))
        var description = FieldDescription(name, shape, .required, summary)
        description.variants = variants.map(\.description)
        return ObjectField(description: description) { json, member, object, root throws(MemberFault) in
            guard let member else { throw .missing(name, shape) }
            guard let index = json.index(of: words, member) else {
                throw MemberFault(name, expected: shape.expected, found: json.kind(of: member).found)
            }
            property.set(&root, try variants[index].read(json, object))
        } write: { root, writer in
            let value = property.value(of: root)
            for variant in variants {
                var members = JSONWriter(capacity: 128)
                guard variant.write(value, &members) else { continue }
                writer.name(encoded: encodedName)
                writer.value(variant.word)
                if !members.bytes.isEmpty { writer.raw(members.bytes) }
                return
            }
        }
    }
}
