/// What a cell says, and so how it becomes JSON and is written again.
enum CellForm: Equatable, Sendable {
    /// Free text, kept to the last blank.
    case text
    /// An identifier.
    case name
    /// One of some words, in lower case.
    case word
    /// Three capital letters: a nation, a currency.
    case capitals
    /// A number, whole or not.
    case number
    /// A number 0 to 1, also as `60 %`.
    case share
    /// `true` or `false`, `yes` or `no`.
    case flag
    /// A date.
    case day
    /// Identifiers, `NATION/PLEDGE` too, parted by blanks, `;` or `,`.
    case names
    /// `water=2.5; fuel=1`: quantities by commodity.
    case quantities
    /// `rule.guards=E-1; commodity.water`: who provides what; without `=` somebody always does.
    case hosting
    /// `trainer.staff=2; interpreter=1/10`: so many for a run, or one for so many students.
    case instructors

    /// Whether a spreadsheet may take the cell as the number that it is: no formula, though it begins with a sign.
    var isNumeric: Bool { self == .number || self == .share }
}
