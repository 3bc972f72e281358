/// A published figure and the terms that it is the sum of. Source: MODEL § 11.
public struct Explanation: Equatable, Sendable {
    /// Persons are whole; graduates and quantities need not be.
    public enum Value: Equatable, Sendable {
        case whole(Int)
        case real(Double)

        public var number: Double {
            switch self {
            case .whole(let number): Double(number)
            case .real(let number): number
            }
        }
    }

    /// One summand.
    public struct Part: Equatable, Sendable {
        /// The source in the field's words: `line hq-staff`, `pledge NOR/P-14`.
        public var label: String
        public var value: Value
        /// The derivation of the value, with the numbers. Decimals of computed numbers are rounded to four.
        public var basis: String
        /// The section of the model, and of what a factor decides the factor's own source.
        public var source: String
        /// The id of the event that last set what the part comes from; `nil` of what ships with Cadre.
        public var event: String?
        /// The note or source text of that event, or `nil`.
        public var note: String?

        public init(
            label: String, value: Value, basis: String, source: String, event: String?, note: String? = nil
        ) {
            self.label = label
            self.value = value
            self.basis = basis
            self.source = source
            self.event = event
            self.note = note
        }
    }

    /// The figure as it was published.
    public var value: Value
    /// `persons`, `graduates`, or the commodity's unit.
    public var unit: String
    /// The parts, which add up to `value`: exactly if it is whole, otherwise but for rounding. Some are 0, to state
    /// why.
    public var parts: [Part]

    public init(value: Value, unit: String, parts: [Part]) {
        self.value = value
        self.unit = unit
        self.parts = parts
    }
}
