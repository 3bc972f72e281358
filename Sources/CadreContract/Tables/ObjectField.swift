import CadreJSON

/// One member of an object: where its value is kept, its form, its presence and one line about it.
public struct ObjectField<Root>: Sendable {
    /// Reads the member into a value.
    /// - Parameters: The document, the member's value or `nil` if it is absent, and the object.
    typealias Reader =
        @Sendable (JSONDocument, JSONDocument.Node?, JSONDocument.Node, inout Root) throws(MemberFault) -> Void
    /// Writes name and value, or nothing.
    typealias Writer = @Sendable (Root, inout JSONWriter) -> Void

    public let description: FieldDescription
    let read: Reader
    let write: Writer

    /// A member that must be there.
    static func required<Value>(
        _ name: String, _ path: StoredProperty<Root, Value>.Path, _ form: Form<Value>, _ summary: String
    ) -> ObjectField {
        let property = StoredProperty(path)
        let encodedName = JSONWriter.encodedName(name)
        return ObjectField(description: FieldDescription(name, form.shape, .required, summary)) {
            json, member, _, root throws(MemberFault) in
            guard let member else { throw .missing(name, form.shape) }
            property.set(&root, try form.read(json, member, named: name))
        } write: { root, writer in
            writer.name(encoded: encodedName)
            form.write(property.value(of: root), &writer)
        }
    }

    /// A member that may be absent; it is not written if there is no value.
    static func optional<Value>(
        _ name: String, _ path: StoredProperty<Root, Value?>.Path, _ form: Form<Value>, _ summary: String
    ) -> ObjectField {
        let property = StoredProperty(path)
        let encodedName = JSONWriter.encodedName(name)
        return ObjectField(description: FieldDescription(name, form.shape, .optional, summary)) {
            json, member, _, root throws(MemberFault) in
            guard let member else { return }
            property.set(&root, try form.read(json, member, named: name))
        } write: { root, writer in
            guard let value = property.value(of: root) else { return }
            writer.name(encoded: encodedName)
            form.write(value, &writer)
        }
    }

    /// A member that may be absent, for which a value stands then; it is not written if it has that value.
    static func fallback<Value: Equatable & SendableMetatype & Sendable>(
        _ name: String, _ path: StoredProperty<Root, Value>.Path, _ form: Form<Value>, _ fallback: Value,
        _ summary: String
    ) -> ObjectField {
        let property = StoredProperty(path)
        let encodedName = JSONWriter.encodedName(name)
        var text = JSONWriter(capacity: 32)
        form.write(fallback, &text)
        let presence = FieldDescription.Presence.fallback(String(decoding: text.bytes, as: UTF8.self))
        return ObjectField(description: FieldDescription(name, form.shape, presence, summary)) {
            json, member, _, root throws(MemberFault) in
            guard let member else { return property.set(&root, fallback) }
            property.set(&root, try form.read(json, member, named: name))
        } write: { root, writer in
            let value = property.value(of: root)
            guard value != fallback else { return }
            writer.name(encoded: encodedName)
            form.write(value, &writer)
        }
    }

    /// A list or map that may be absent; it is not written if it is empty.
    static func optional<Value: Collection & SendableMetatype>(
        _ name: String, _ path: StoredProperty<Root, Value>.Path, _ form: Form<Value>, _ summary: String
    ) -> ObjectField {
        optional(name, path, form, unless: { $0.isEmpty }, summary)
    }

    /// A member that may be absent, and is not written if the value says the same as none.
    static func optional<Value>(
        _ name: String, _ path: StoredProperty<Root, Value>.Path, _ form: Form<Value>,
        unless isNone: @escaping @Sendable (Value) -> Bool, _ summary: String
    ) -> ObjectField {
        let property = StoredProperty(path)
        let encodedName = JSONWriter.encodedName(name)
        return ObjectField(description: FieldDescription(name, form.shape, .optional, summary)) {
            json, member, _, root throws(MemberFault) in
            guard let member else { return }
            property.set(&root, try form.read(json, member, named: name))
        } write: { root, writer in
            let value = property.value(of: root)
            guard !isNone(value) else { return }
            writer.name(encoded: encodedName)
            form.write(value, &writer)
        }
    }

    /// A member that is judged and not kept, and so never written.
    static func checked<Value>(_ name: String, _ form: Form<Value>, _ summary: String) -> ObjectField {
        ObjectField(description: FieldDescription(name, form.shape, .optional, summary)) {
            json, member, _, _ throws(MemberFault) in
            guard let member else { return }
            _ = try form.read(json, member, named: name)
        } write: { _, _ in
        }
    }

    /// A required member that another field reads and writes.
    static func described(_ name: String, _ shape: Shape, _ summary: String) -> ObjectField {
        ObjectField(description: FieldDescription(name, shape, .required, summary)) { _, _, _, _ throws(MemberFault) in
        } write: { _, _ in
        }
    }

    /// A member that has one text and no other.
    static func constant(_ name: String, _ text: String, _ summary: String) -> ObjectField {
        let shape = Shape.constant(text)
        return ObjectField(description: FieldDescription(name, shape, .required, summary)) {
            json, member, _, _ throws(MemberFault) in
            guard let member else { throw .missing(name, shape) }
            guard json.text(member) == text else { throw json.fault(member, expected: shape.expected).within(name) }
        } write: { _, writer in
            writer.member(name, text)
        }
    }

    /// A member of a part of the value, whose members lie in the same object.
    static func part<Part>(_ path: StoredProperty<Root, Part>.Path, _ field: ObjectField<Part>) -> ObjectField {
        let property = StoredProperty(path)
        return ObjectField(description: field.description) { json, member, object, root throws(MemberFault) in
            var part = property.value(of: root)
            try field.read(json, member, object, &part)
            property.set(&root, part)
        } write: { root, writer in
            field.write(property.value(of: root), &writer)
        }
    }

    init(description: FieldDescription, read: @escaping Reader, write: @escaping Writer) {
        self.description = description
        self.read = read
        self.write = write
    }
}
