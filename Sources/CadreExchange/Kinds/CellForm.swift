/// The form of a cell's content, which determines its conversion to and from JSON.
enum CellForm: Equatable, Sendable {
    /// Free text, kept to the last blank.
    case text
    /// An identifier.
    case name
    /// One of a set of words, in lower case.
    case word
    /// Three capital letters: a nation, a currency.
    case capitals
    /// A number, with or without a fraction.
    case number
    /// A number 0 to 1, also as `60 %`.
    case share
    /// `true` or `false`, `yes` or `no`.
    case flag
    /// A date.
    case day
    /// Identifiers, also `NATION/PLEDGE`, separated by blanks, `;` or `,`.
    case names
    /// `water=2.5; fuel=1`: quantities by commodity.
    case quantities
    /// `rule.guards=E-1; commodity.water`: the provider of each service; without `=` it is always provided.
    case hosting
    /// `trainer.staff=2; interpreter=1/10`: a number per run, or one per number of students.
    case instructors

    /// Whether a spreadsheet may read the cell as a number: it is not a formula, even if it begins with a sign.
    var isNumeric: Bool { self == .number || self == .share }
}
