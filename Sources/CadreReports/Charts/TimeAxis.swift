import CadrePlanning

/// The periods of a mission as a calendar: people read dates.
struct TimeAxis: Equatable, Sendable {
    let start: Day
    /// Length of a period in days, at least 1.
    let periodDays: Int
    /// At least 1.
    let periods: Int
    /// The period of the mission's clock, or `nil` outside the horizon.
    let now: Int?

    struct Tick: Equatable, Sendable {
        /// The number of periods from the start.
        let place: Double
        let label: String
    }

    /// Returns the first days of months, as `2005-04`, or days for a short horizon.
    /// - Parameter ticksMax: The maximum number of ticks.
    func ticks(_ ticksMax: Int) -> [Tick] {
        let days = periods * periodDays
        let months = days / 30
        guard months >= 3, ticksMax > 1 else { return dayTicks(ticksMax) }
        for step in [1, 2, 3, 6, 12, 24, 60, 120] where months / step < ticksMax {
            return monthTicks(every: step)
        }
        return monthTicks(every: 240)
    }

    private func monthTicks(every step: Int) -> [Tick] {
        let first = start.civil
        let from = first.year * 12 + first.month - 1
        var ticks: [Tick] = []
        for month in from...(from + periods * periodDays / 28 + 1) where month % step == 0 {
            guard let day = Day(year: month / 12, month: month % 12 + 1, day: 1) else { continue }
            let place = Double(day.number - start.number) / Double(periodDays)
            guard place >= 0, place <= Double(periods) else { continue }
            ticks.append(Tick(place: place, label: step % 12 == 0 ? "\(month / 12)" : String(day.text.prefix(7))))
        }
        return ticks
    }

    private func dayTicks(_ ticksMax: Int) -> [Tick] {
        let days = periods * periodDays
        let step = [1, 2, 7, 14, 28, 56].first { days / $0 < ticksMax } ?? 112
        return stride(from: 0, through: days, by: step).map { day in
            Tick(place: Double(day) / Double(periodDays), label: (start + day).text)
        }
    }
}
