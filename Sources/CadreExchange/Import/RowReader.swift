import CadreContract
import CadreJSON
import CadrePlanning

/// Creates documents from the rows of one sheet.
struct RowReader {
    let kind: SheetKind
    let mapping: Mapping
    let columns: ColumnPlan

    /// The value of one field in a row.
    enum Said: Equatable {
        /// The sheet has no column for it.
        case nothing
        /// The cell is empty: the document must not have the member.
        case absence
        case text(String)
    }

    /// A row's document, and the cells that have no place in it.
    struct Result {
        var document: RowDocument
        var misplaced: [Field] = []
    }

    func said(_ field: Field, in row: Sheet.Row) -> Said {
        let cell: String
        switch columns.origins[field.member] {
        case .column(let index): cell = row.cell(index)
        case .constant(let constant): cell = constant
        case nil: return field.member == kind.idMember ? idOfKey(row) : .nothing
        }
        guard !cell.isEmpty, field.form == .text || !CellText.isBlank(cell) else { return .absence }
        let text = CellText.plain(cell)
        guard let words = mapping.values[field.member] else { return .text(text) }
        let meant = Self.translated(text, words, isList: field.form == .names)
        return meant.isEmpty ? .absence : .text(meant)
    }

    private static func translated(_ text: String, _ words: [String: String], isList: Bool) -> String {
        if let whole = words[CellText.word(text)] { return whole }
        guard isList else { return text }
        let entries = text.unicodeScalars.split { $0 == ";" || $0 == "," || $0 == "\n" || $0 == "\r" }
        return entries.map { words[CellText.word(String($0))] ?? String($0) }.joined(separator: ";")
    }

    /// Returns the id made from the key's columns, or no value if all of them are empty.
    private func idOfKey(_ row: Sheet.Row) -> Said {
        guard !columns.key.isEmpty else { return .nothing }
        let cells = columns.key.map { CellText.trimmed(row.cell($0)) }
        return cells.allSatisfy(\.isEmpty) ? .absence : .text(EventID.entity(cells))
    }

    /// Returns the id of the row's entity in the plan, even if the row is invalid, or `nil` if the row has no id.
    func id(_ row: Sheet.Row) -> String? {
        var parts: [String] = []
        for member in kind.keyMembers {
            guard let field = kind.field(member), case .text(let text) = said(field, in: row),
                let value = try? JSONValue(parsing: field.form.json(text, mapping.conventions)).text
            else { return nil }
            parts.append(value)
        }
        return parts.joined(separator: "/")
    }

    /// Returns the row's document, based on the current one: a member without a column keeps its value.
    func document(_ row: Sheet.Row, over current: JSONValue?) -> Result {
        var document = RowDocument(fields: [])
        var said: [String: Said] = [:]
        for field in kind.fields {
            let word = self.said(field, in: row)
            said[field.member] = word
            switch word {
            case .text(let text): document[field.member] = json(field, text)
            case .absence: break
            case .nothing: document[field.member] = current.flatMap { field.value(in: $0)?.source }
            }
        }
        let offer = kind == .pledges ? document["kind"].flatMap { try? JSONValue(parsing: $0).text } ?? "" : nil
        document.fields = kind.fields(of: offer)
        let held = kind.heldMembers(of: offer)
        document.extras = current.map(kind.extras)?.filter { !held.contains($0.name) } ?? []
        return Result(document: document, misplaced: misplaced(said, document))
    }

    private func json(_ field: Field, _ text: String) -> [UInt8] {
        let json = field.form.json(text, mapping.conventions)
        guard mapping.lastDays.contains(field.member), let last = try? JSONValue(parsing: json).text,
            let day = DatePattern.iso.day(last)
        else { return json }
        var writer = JSONWriter(capacity: 16)
        writer.value(day + 1)
        return writer.bytes
    }

    /// Returns the fields whose cells have a value that a pledge of this kind cannot have: it would be lost silently.
    private func misplaced(_ said: [String: Said], _ document: RowDocument) -> [Field] {
        guard kind == .pledges, document.fields.contains(where: { !$0.offers.isEmpty }) else { return [] }
        let members = Set(document.fields.map(\.member))
        let read = Set(document.fields.compactMap { columns.name(of: $0.member) })
        return kind.fields.filter { field in
            guard !members.contains(field.member), case .text = said[field.member] else { return false }
            return columns.name(of: field.member).map { !read.contains($0) } ?? false
        }
    }
}
