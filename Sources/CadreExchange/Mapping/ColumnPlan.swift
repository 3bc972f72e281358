/// The column of each field of a kind in one sheet.
struct ColumnPlan: Equatable, Sendable {
    enum Origin: Equatable, Sendable {
        case column(Int)
        /// The same cell in all rows.
        case constant(String)
    }

    /// The origins by member; the sheet has no values of the other members.
    private(set) var origins: [String: Origin] = [:]
    /// The columns that form the id; empty if the sheet has a column of ids.
    private(set) var key: [Int] = []
    /// Named columns that are not read: each is a warning.
    private(set) var unread: [Int] = []
    /// The names as written in the sheet.
    let names: [String]

    /// Creates the plan of a sheet's columns.
    /// - Throws: An error if a name occurs twice or the mapping does not fit the sheet or the kind.
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
                line: nil, "\(unknown.value): \(unknown.key) is not a member of \(kind.rawValue); \(members(kind))")
        }
        for member in mapping.values.keys.sorted() where kind.field(member) == nil {
            throw SheetFault(line: nil, "[values \(member)]: not a member of \(kind.rawValue); \(members(kind))")
        }
        for member in mapping.lastDays.sorted() where kind.field(member)?.form != .day {
            throw SheetFault(line: nil, "last-day = \(member): not a date of \(kind.rawValue)")
        }
        if let (member, constant) = mapping.constants.filter({ mapping.columns[$0.key] != nil }).min(by: {
            $0.key < $1.key
        }) {
            throw SheetFault(line: nil, "\(constant.origin): \(member) has a column and a constant; remove one")
        }
        if let column = mapping.columns[kind.idMember] ?? mapping.constants[kind.idMember], let key = mapping.key.first
        {
            throw SheetFault(line: nil, "\(key.origin): \(kind.idMember) already has \(column.name); use it or a key")
        }
    }

    private static func members(_ kind: SheetKind) -> String {
        "use one of " + kind.fields.map(\.member).joined(separator: ", ")
    }

    /// Returns the name of a member's column, or `nil` if it has none.
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
            "\(column.origin): the sheet has no column \(CellText.shown(column.name)); its columns are "
                + (known.isEmpty ? "unnamed" : known.joined(separator: ", ")))
    }
}
