/// How a sheet that was not made for Cadre is read: which column holds which member, and how values are written there.
/// Without one, columns are named as the members are.
public struct Mapping: Equatable, Sendable {
    /// A column of the sheet, and where the mapping says so.
    struct Column: Equatable, Sendable {
        var name: String
        /// `FILE:LINE` or the flag.
        var origin: String
    }

    /// By member.
    var columns: [String: Column] = [:]
    /// Cells that all rows have, by member.
    var constants: [String: Column] = [:]
    /// What words of the sheet mean, by member, each word as `CellText.word` has it.
    var values: [String: [String: String]] = [:]
    /// Columns of which the entity's id is made, where the sheet has none.
    var key: [Column] = []
    /// Columns that are left out on purpose.
    var ignored: [Column] = []
    var conventions = Conventions()
    var delimiter: Delimiter?
    var headerLine: Int?
    /// Members of which the sheet names the last day, and the plan the first day after.
    var lastDays: Set<String> = []
    public private(set) var kind: SheetKind?
    public private(set) var source: String?

    public init() {}

    /// `COLUMN=MEMBER`, as a flag gives it. A column's name may hold `=`, a member's does not.
    /// - Throws: What it should look like.
    public mutating func map(_ flag: String) throws(SheetFault) {
        let at = flag.lastIndex(of: "=")
        let name = at.map { CellText.trimmed(flag[..<$0]) } ?? ""
        let member = at.map { CellText.trimmed(flag[flag.index(after: $0)...]) } ?? ""
        guard !name.isEmpty, !member.isEmpty else {
            throw SheetFault(line: nil, "--map \(flag): give COLUMN=MEMBER, such as --map 'Serial No=pledge'")
        }
        columns[member] = Column(name: name, origin: "--map \(flag)")
        constants[member] = nil
    }

    mutating func setKind(_ kind: SheetKind) { self.kind = kind }
    mutating func setSource(_ source: String) { self.source = source }
}
