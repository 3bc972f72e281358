/// The prices of people, passengers and training. EUR. Source: MODEL § 8, money.
struct CostRates: Equatable, Sendable {
    private let personPeriod: Double
    private let studentDay: Double
    private let sortie: Double
    private let travel: Double
    private let studentDayAbroad: Double

    init(_ factors: FactorTable, periodDays: Int) {
        personPeriod = Double(periodDays) * factors[.costPersonDay]
        studentDay = factors[.costStudentDay]
        sortie = factors[.costSortie]
        travel = factors[.costStudentTravel]
        studentDayAbroad = factors[.costStudentDayAbroad]
    }

    /// Returns the cost of people in posts for one period.
    func personnel(_ persons: Int) -> Double { Double(persons) * personPeriod }

    /// Returns the cost of passenger sorties.
    func passengers(sorties: Int) -> Double { Double(sorties) * sortie }

    /// Returns the cost of a run, at its start.
    func training(students: Int, days: Int) -> Double { Double(students * days) * studentDay }

    /// Returns the cost of places abroad, at their start.
    func abroad(places: Int, days: Int) -> Double { Double(places) * (travel + Double(days) * studentDayAbroad) }
}
