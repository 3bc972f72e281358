/// The shape of a JSON value, as schemas and tables describe it.
public indirect enum Shape: Sendable {
    /// Text of at most so many Unicode scalars; at least `least`.
    case text(least: Int, most: Int)
    /// A text that a named rule of the contract bounds.
    case name(NameRule)
    /// One of some words.
    case words([String])
    /// A whole number; 5.0 is one.
    case whole(ClosedRange<Int>)
    case number(Bounds)
    /// A source's own number, as a number or as decimal text.
    case sequence(least: UInt64)
    /// One text and no other.
    case constant(String)
    case flag
    /// `YYYY-MM-DD`.
    case date
    /// RFC 3339 with a zone.
    case time
    /// A list with one value per period.
    case series(Shape)
    /// A list of at least and at most so many values.
    case list(Shape, countMin: Int = 0, countMax: Int?)
    /// An object whose names are free.
    case map(names: NameRule, Shape, countMax: Int?)
    case object(TableDescription)
    /// The shape, or `null`.
    case nullable(Shape)
    case either([Shape])
    /// One of the documents whose schemas are in these files.
    case document(files: [String])
    /// An object of any members.
    case anyObject
    /// Any JSON value.
    case any
}
