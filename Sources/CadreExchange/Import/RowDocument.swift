import CadreContract
import CadreJSON

/// The document made from a row: JSON per field, and members without a column that are copied unchanged.
struct RowDocument {
    private(set) var members: [String: [UInt8]] = [:]
    var extras: [(name: String, json: [UInt8])] = []
    /// The fields that the document may have, in the order in which they are written.
    var fields: [Field]

    subscript(member: String) -> [UInt8]? {
        get { members[member] }
        set { members[member] = newValue }
    }

    func data(mission: String) -> [UInt8] {
        var writer = JSONWriter(capacity: 512)
        writer.object { object in
            object.member("mission", mission)
            var nested = ""
            for field in fields where field.top != nested {
                if field.inner == nil {
                    guard let json = members[field.member] else { continue }
                    object.name(field.member)
                    object.raw(json)
                    continue
                }
                nested = field.top
                let parts = fields.filter { $0.top == nested && members[$0.member] != nil }
                guard !parts.isEmpty else { continue }
                object.member(nested) { value in
                    value.object { object in
                        for part in parts {
                            object.name(part.inner ?? part.member)
                            object.raw(members[part.member] ?? [])
                        }
                    }
                }
            }
            for extra in extras {
                object.name(extra.name)
                object.raw(extra.json)
            }
        }
        return writer.bytes
    }
}

extension SheetKind {
    /// Returns the members of a document that no column holds, except the mission.
    func extras(of data: JSONValue) -> [(name: String, json: [UInt8])] {
        let held = heldMembers(of: offer(of: data))
        return (data.members ?? []).filter { !held.contains($0.name) }.map { ($0.name, $0.value.source) }
    }

    /// Returns the cells of a document by member, without empty ones.
    func cells(of data: JSONValue) -> [String: String] {
        var cells: [String: String] = [:]
        for field in fields(of: offer(of: data)) {
            guard let value = field.value(in: data) else { continue }
            let cell = field.form.cell(value)
            if !cell.isEmpty { cells[field.member] = cell }
        }
        return cells
    }
}

extension Field {
    func value(in data: JSONValue) -> JSONValue? {
        guard let inner else { return data[top] }
        return data[top]?[inner]
    }
}
