import CadrePlanning

extension EstimateHead {
    /// The greatest number of periods before or after the start that has a date: some 8,000 years.
    private static let datedPeriodsMax = 100_000

    /// The period of the mission's clock, which may lie outside the horizon.
    var now: Int {
        Horizon(start: start, periodDays: periodDays, periods: periods, clock: asOf.day).period(of: asOf.day)
    }

    /// Returns the first day of a period as `YYYY-MM-DD`, or `nil` if it is too far away: a period comes from outside.
    func date(_ period: Int) -> String? {
        guard period.magnitude <= Self.datedPeriodsMax.magnitude else { return nil }
        return (start + period * periodDays).text
    }

    /// Returns the first day of a period as `YYYY-MM-DD`, or an empty text for none.
    func dateText(_ period: Int?) -> String { period.flatMap(date) ?? "" }
}
