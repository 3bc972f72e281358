/// The layout of a sheet that was not made for Cadre: the column of each member, and the notation of values. Without a
/// mapping, columns have the names of the members.
public struct Mapping: Equatable, Sendable {
    /// A column of the sheet, and its location in the mapping.
    struct Column: Equatable, Sendable {
        var name: String
        /// `FILE:LINE` or the flag.
        var origin: String
    }

    /// The columns by member.
    var columns: [String: Column] = [:]
    /// Cells that are the same in all rows, by member.
    var constants: [String: Column] = [:]
    /// Translations of words in the sheet, by member; each word in the form of `CellText.word`.
    var values: [String: [String: String]] = [:]
    /// Columns that form the entity's id if the sheet has no column of ids.
    var key: [Column] = []
    /// Columns that are ignored on purpose.
    var ignored: [Column] = []
    var conventions = Conventions()
    var delimiter: Delimiter?
    var headerLine: Int?
    /// Members for which the sheet has the last day, and the plan the first day after it.
    var lastDays: Set<String> = []
    public private(set) var kind: SheetKind?
    public private(set) var source: String?

    public init() {}

    /// Adds a column from a flag `COLUMN=MEMBER`. A column's name may contain `=`, a member's does not.
    /// - Throws: An error that shows the expected form.
    public mutating func map(_ flag: String) throws(SheetFault) {
        let at = flag.lastIndex(of: "=")
        let name = at.map { CellText.trimmed(flag[..<$0]) } ?? ""
        let member = at.map { CellText.trimmed(flag[flag.index(after: $0)...]) } ?? ""
        guard !name.isEmpty, !member.isEmpty else {
            throw SheetFault(line: nil, "--map \(flag): expected COLUMN=MEMBER, such as --map 'Serial No=pledge'")
        }
        columns[member] = Column(name: name, origin: "--map \(flag)")
        constants[member] = nil
    }

    mutating func setKind(_ kind: SheetKind) { self.kind = kind }
    mutating func setSource(_ source: String) { self.source = source }
}
