/// The bounds of a number that need not be whole.
public struct Bounds: Equatable, Sendable {
    var least: Double
    var greatest: Double
    /// Whether `least` or `greatest` itself is out.
    var isOpenBelow = false
    var isOpenAbove = false

    init(_ range: ClosedRange<Double>) {
        least = range.lowerBound
        greatest = range.upperBound
    }

    init(above least: Double, to greatest: Double) {
        self.least = least
        self.greatest = greatest
        isOpenBelow = true
    }

    init(from least: Double, below greatest: Double) {
        self.least = least
        self.greatest = greatest
        isOpenAbove = true
    }

    static let share = Bounds(0...1)
    static let quantity = Bounds(0...ContractLimits.quantityMax)
    static let money = Bounds(0...ContractLimits.moneyMax)
    /// Every finite number.
    static let finite = Bounds(-.greatestFiniteMagnitude...(.greatestFiniteMagnitude))
    /// Every finite number above zero.
    static let positive = Bounds(above: 0, to: .greatestFiniteMagnitude)

    func contains(_ number: Double) -> Bool {
        (isOpenBelow ? number > least : number >= least) && (isOpenAbove ? number < greatest : number <= greatest)
    }

    var expected: String {
        if self == .finite { return "a number" }
        if greatest == .greatestFiniteMagnitude {
            return "a number \(isOpenBelow ? "above" : "from") \(number(least))"
        }
        if isOpenBelow { return "a number above \(number(least)), at most \(number(greatest))" }
        if isOpenAbove { return "a number from \(number(least)), below \(number(greatest))" }
        return "a number \(number(least)) to \(number(greatest))"
    }

    /// Whether the numbers are shares: at most 1.
    public var isShare: Bool { greatest == 1 && least >= 0 }

    /// The greatest number, as JSON.
    public var greatestText: String { number(greatest) }

    /// Without the `.0` of whole numbers.
    private func number(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? String(value)
    }
}
