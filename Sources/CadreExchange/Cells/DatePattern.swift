import CadrePlanning

/// A notation of dates: `DD.MM.YYYY`, `M/D/YY`, `DD-MMM-YYYY`.
struct DatePattern: Equatable, Sendable {
    private enum Part: Equatable {
        case day, month, monthName, year, shortYear
        case other(Unicode.Scalar)
    }

    /// The pattern as given.
    let text: String
    private let parts: [Part]

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// The contract's notation of dates, except for its range of years.
    static let iso = DatePattern(text: "YYYY-MM-DD", parts: [.year, .other("-"), .month, .other("-"), .day])

    private init(text: String, parts: [Part]) {
        self.text = text
        self.parts = parts
    }

    /// Creates a pattern, or `nil` if day, month and year do not each occur exactly once.
    init?(_ text: String) {
        var parts: [Part] = []
        var rest = Array(text.unicodeScalars)[...]
        while let first = rest.first {
            let run = rest.prefix { $0 == first }.count
            switch (first, run) {
            case ("D", 1...2), ("d", 1...2): parts.append(.day)
            case ("M", 1...2), ("m", 1...2): parts.append(.month)
            case ("M", 3), ("m", 3): parts.append(.monthName)
            case ("Y", 2), ("y", 2): parts.append(.shortYear)
            case ("Y", 4), ("y", 4): parts.append(.year)
            default:
                guard !first.properties.isAlphabetic, !Self.isDigit(first) else { return nil }
                parts += Array(repeating: .other(first), count: run)
            }
            rest = rest.dropFirst(run)
        }
        func count(_ wanted: Part...) -> Int { parts.count { wanted.contains($0) } }
        guard count(.day) == 1, count(.month, .monthName) == 1, count(.year, .shortYear) == 1 else { return nil }
        self.text = text
        self.parts = parts
    }

    /// Returns the day that a cell has in this notation, or `nil` if the notation differs or the day does not exist.
    /// Days and months may have one digit or two.
    func day(_ cell: String) -> Day? {
        var rest = Array(cell.unicodeScalars)[...]
        var day: Int?
        var month: Int?
        var year: Int?
        for part in parts {
            switch part {
            case .day: day = Self.digits(&rest, 1...2)
            case .month: month = Self.digits(&rest, 1...2)
            case .year: year = Self.digits(&rest, 4...4)
            case .shortYear: year = Self.digits(&rest, 2...2).map { $0 + 2000 }
            case .monthName:
                let name = String(String.UnicodeScalarView(rest.prefix(3))).lowercased()
                month = Self.months.firstIndex(of: name).map { $0 + 1 }
                rest = rest.dropFirst(3)
            case .other(let scalar):
                guard rest.first == scalar else { return nil }
                rest = rest.dropFirst()
            }
        }
        guard rest.isEmpty, let day, let month, let year else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private static func digits(_ rest: inout ArraySlice<Unicode.Scalar>, _ lengths: ClosedRange<Int>) -> Int? {
        let found = rest.prefix(lengths.upperBound).prefix(while: isDigit)
        guard lengths.contains(found.count) else { return nil }
        rest = rest.dropFirst(found.count)
        return found.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }
}
