import CadreContract

extension SheetKind {
    /// The columns of the kind, in the order in which they are written: the members that name the entity, those that
    /// all documents must have, those of a pledge's kind, the others. All kinds have a note: if the contract does not
    /// define it, it is copied unchanged.
    var fields: [Field] { Self.fieldsByKind[self] ?? [] }

    private static let fieldsByKind = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.derivedFields) })

    private var derivedFields: [Field] {
        let members = type.description.fields.filter { $0.name != EventTable.missionName }
        let names = keyMembers.compactMap { key in members.first { $0.name == key } }
        let others = members.filter { !keyMembers.contains($0.name) }
        let variants = others.filter { !$0.variants.isEmpty }
        guard !variants.isEmpty else { return Self.withNote((names + others).flatMap { Field.columns(of: $0) }) }
        let required = others.filter { $0.presence == .required }
        let optional = others.filter { $0.presence != .required }
        return Self.withNote(
            (names + required).flatMap { Field.columns(of: $0) } + Self.variantFields(variants)
                + optional.flatMap { Field.columns(of: $0) })
    }

    /// Returns the columns of the variants; a column of several variants is at its first position.
    private static func variantFields(_ members: [FieldDescription]) -> [Field] {
        var fields: [Field] = []
        for variant in members.flatMap(\.variants) {
            for field in variant.fields.flatMap({ Field.columns(of: $0, offers: [variant.word]) }) {
                if let index = fields.firstIndex(where: { $0.member == field.member }) {
                    fields[index].offers.insert(variant.word)
                } else {
                    fields.append(field)
                }
            }
        }
        return fields
    }

    private static func withNote(_ fields: [Field]) -> [Field] {
        guard !fields.contains(where: { $0.member == "note" }) else { return fields }
        return fields + Field.columns(of: EventTable.note)
    }
}
