import CadreContract
import CadreJSON

/// Describes the problems of one row.
struct RowProblems {
    let reader: RowReader
    let row: Sheet.Row
    let file: String
    let document: RowDocument

    func problem(_ fault: RowJudge.Fault) -> SheetProblem {
        guard let field = fault.field else {
            return SheetProblem(file: file, line: row.line, expected: fault.expected, found: fault.found)
        }
        return problem(field, fault.path, fault.expected + hint(field))
    }

    func misplaced(_ field: Field) -> SheetProblem {
        problem(field, field.member, "an empty cell, because a pledge of this kind has no such member")
    }

    func repeated(_ id: String, _ other: String) -> SheetProblem {
        let member = reader.kind.idMember
        return SheetProblem(
            file: file, line: row.line, column: reader.columns.name(of: member), member: member,
            expected: "each entity in one row", found: "\(id), which is already in \(other)")
    }

    /// Returns a problem if a cell has no column: its meaning is unknown.
    func beyond() -> [SheetProblem] {
        let names = reader.columns.names
        return row.cells.indices.filter { index in
            (index >= names.count || names[index].isEmpty) && !CellText.isBlank(row.cells[index])
        }.prefix(1).map { index in
            SheetProblem(
                file: file, line: row.line, expected: "an empty cell, because column \(index + 1) has no name",
                found: CellText.shown(row.cells[index]))
        }
    }

    private func problem(_ field: Field, _ path: String, _ expected: String) -> SheetProblem {
        SheetProblem(
            file: file, line: row.line, column: reader.columns.name(of: field.member), member: path,
            expected: expected, found: found(field))
    }

    private func found(_ field: Field) -> String {
        switch reader.said(field, in: row) {
        case .text(let text): return CellText.shown(text)
        case .absence: return "nothing"
        case .nothing:
            let current = document[field.member].flatMap { try? JSONValue(parsing: $0) }
            return current.map { CellText.shown(field.form.cell($0)) + " in the plan" } ?? "nothing"
        }
    }

    /// Returns the setting of the mapping that may be missing for such a cell.
    private func hint(_ field: Field) -> String {
        guard case .text(let text) = reader.said(field, in: row) else { return "" }
        let hasDigits = text.utf8.contains { (0x30...0x39).contains($0) }
        let conventions = reader.mapping.conventions
        if field.form.isNumeric, hasDigits, conventions.decimal == nil, text.contains(",") || text.contains(".") {
            return " (or set decimal = comma or decimal = point in the mapping)"
        }
        if field.form == .day, hasDigits, conventions.dates.isEmpty, !isISO(text) {
            return " (or set the format of dates in the mapping: dates = DD.MM.YYYY)"
        }
        return ""
    }

    private func isISO(_ text: String) -> Bool { DatePattern.iso.day(CellText.trimmed(text)) != nil }
}
