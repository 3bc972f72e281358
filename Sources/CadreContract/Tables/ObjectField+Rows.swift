import CadreJSON
import CadrePlanning

// Members that consist of rows: equal rows are copied when an estimate is encoded again (see `RowCache`).
extension ObjectField {
    /// Returns the field of an object with one member per row.
    /// - Parameter names: The rule for the rows' names.
    static func rows<Value>(
        _ name: String, _ path: StoredProperty<Root, Rows<Value>>.Path, names: NameRule = .text, _ form: Form<Value>,
        _ summary: String
    ) -> ObjectField {
        let write = rowWriter(form)
        return required(name, path, .rows(of: form, names: names), summary) { rows, writer in
            writer.object { $0.write(rows.all, at: name, key: \.name, write) }
        }
    }

    /// Returns the field of an object of objects, each of which has one member per row.
    static func tables<Value>(
        _ name: String, _ path: StoredProperty<Root, Rows<Rows<Value>>>.Path, _ form: Form<Value>, _ summary: String
    ) -> ObjectField {
        let write = rowWriter(form)
        return required(name, path, .rows(of: .rows(of: form)), summary) { tables, writer in
            writer.object {
                for table in tables.all {
                    $0.name(table.name)
                    $0.object { $0.write(table.value.all, at: "\(name)/\(table.name)", key: \.name, write) }
                }
            }
        }
    }

    /// Returns the field of a list of rows.
    /// - Parameter key: The name of what a row belongs to. Neighbours of one key are copied or written as a whole.
    static func rows<Row: Equatable & Sendable>(
        _ name: String, _ path: StoredProperty<Root, [Row]>.Path, _ form: Form<Row>,
        by key: @escaping @Sendable (Row) -> String, _ summary: String
    ) -> ObjectField {
        required(name, path, .entries(of: form), summary) { rows, writer in
            writer.array { $0.write(rows, at: name, key: key) { form.write($1, &$0) } }
        }
    }

    private static func rowWriter<Value>(_ form: Form<Value>) -> @Sendable (inout JSONWriter, Rows<Value>.Row) -> Void {
        { writer, row in
            writer.name(row.name)
            form.write(row.value, &writer)
        }
    }

    /// Returns a required field with a separate function that writes it.
    private static func required<Value>(
        _ name: String, _ path: StoredProperty<Root, Value>.Path, _ form: Form<Value>, _ summary: String,
        write: @escaping @Sendable (Value, inout JSONWriter) -> Void
    ) -> ObjectField {
        required(name, path, Form(form.shape, read: form.read, write: write), summary)
    }

    /// Returns the field of an object that groups members of the same value.
    static func group(_ name: String, _ summary: String, fields: [ObjectField]) -> ObjectField {
        let members = Members(fields)
        let encodedName = JSONWriter.encodedName(name)
        let table = TableDescription(name: name, summary: summary, fields: fields.map(\.description))
        let shape = Shape.object(table)
        return ObjectField(description: FieldDescription(name, shape, .required, summary)) {
            json, member, _, root throws(MemberFault) in
            guard let member else { throw .missing(name, shape) }
            do throws(MemberFault) {
                try members.read(json, member, into: &root)
            } catch {
                throw error.within(name)
            }
        } write: { root, writer in
            writer.name(encoded: encodedName)
            writer.object { members.write(root, to: &$0) }
        }
    }
}
