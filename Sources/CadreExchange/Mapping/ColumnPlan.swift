/// Where each field of a kind stands in one sheet.
struct ColumnPlan: Equatable, Sendable {
    enum Origin: Equatable, Sendable {
        case column(Int)
        /// The same cell in all rows.
        case constant(String)
    }

    /// By member; what is not here the sheet says nothing of.
    private(set) var origins: [String: Origin] = [:]
    /// The columns of which the id is made; empty: it has one of its own.
    private(set) var key: [Int] = []
    /// Columns that have a name and are not read: worth a warning.
    private(set) var unread: [Int] = []
    /// As the sheet has them.
    let names: [String]

    /// - Throws: Names that stand twice, and what of the mapping fits neither the sheet nor the kind.
    init(_ header: Sheet.Row, _ mapping: Mapping, for kind: SheetKind) throws(SheetFault) {
        names = header.cells.map { CellText.trimmed($0) }
        var byName: [String: Int] = [:]
        for (index, name) in names.enumerated() where !name.isEmpty {
            if let other = byName.updateValue(index, forKey: CellText.folded(name)) {
                throw SheetFault(
                    line: header.line,
                    "columns \(other + 1) and \(index + 1) are both named \(CellText.shown(name)); name each once")
            }
        }
        try Self.check(mapping, for: kind)
        let finder = ColumnFinder(byName: byName, names: names)
        for field in kind.fields {
            if let column = mapping.columns[field.member] {
                origins[field.member] = .column(try finder.find(column))
            } else if let constant = mapping.constants[field.member] {
                origins[field.member] = .constant(constant.name)
            } else if let index = byName[CellText.folded(field.member)] {
                origins[field.member] = .column(index)
            }
        }
        for column in mapping.key { key.append(try finder.find(column)) }
        var read = Set(key)
        for column in mapping.ignored { read.insert(try finder.find(column)) }
        for case .column(let index) in origins.values { read.insert(index) }
        unread = names.indices.filter { !names[$0].isEmpty && !read.contains($0) }
    }

    private static func check(_ mapping: Mapping, for kind: SheetKind) throws(SheetFault) {
        let all = [mapping.columns.mapValues(\.origin), mapping.constants.mapValues(\.origin)]
        let unknown = all.flatMap { $0 }.filter { kind.field($0.key) == nil }.min { $0.value < $1.value }
        if let unknown {
            throw SheetFault(
                line: nil, "\(unknown.value): \(unknown.key) is no member of \(kind.rawValue); \(members(kind))")
        }
        for member in mapping.values.keys.sorted() where kind.field(member) == nil {
            throw SheetFault(line: nil, "[values \(member)]: no member of \(kind.rawValue); \(members(kind))")
        }
        for member in mapping.lastDays.sorted() where kind.field(member)?.form != .day {
            throw SheetFault(line: nil, "last-day = \(member): no date of \(kind.rawValue)")
        }
        if let (member, constant) = mapping.constants.filter({ mapping.columns[$0.key] != nil }).min(by: {
            $0.key < $1.key
        }) {
            throw SheetFault(line: nil, "\(constant.origin): \(member) has a column and a constant; give one")
        }
        if let column = mapping.columns[kind.idMember] ?? mapping.constants[kind.idMember], let key = mapping.key.first
        {
            throw SheetFault(line: nil, "\(key.origin): \(kind.idMember) has \(column.name) already; give it or a key")
        }
    }

    private static func members(_ kind: SheetKind) -> String {
        "give one of " + kind.fields.map(\.member).joined(separator: ", ")
    }

    /// The name of the column that a member stands in; `nil` where it has none.
    func name(of member: String) -> String? {
        guard case .column(let index)? = origins[member] else { return nil }
        return names[index]
    }
}

private struct ColumnFinder {
    let byName: [String: Int]
    let names: [String]

    func find(_ column: Mapping.Column) throws(SheetFault) -> Int {
        if let index = byName[CellText.folded(column.name)] { return index }
        let known = names.filter { !$0.isEmpty }.prefix(ExchangeLimits.shownNamesMax).map(CellText.shown)
        throw SheetFault(
            line: nil,
            "\(column.origin): the sheet has no column \(CellText.shown(column.name)); it has "
                + (known.isEmpty ? "none" : known.joined(separator: ", ")))
    }
}
