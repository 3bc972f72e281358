import ArgumentParser
import CadrePlanning
import CadreReports

/// A period in an argument: a number, a day in the period, `now` or `peak`.
enum PeriodText: Equatable, Sendable, ExpressibleByArgument {
    case number(Int)
    case day(Day)
    /// The current period.
    case now
    /// The period from now on in which the figure is greatest.
    case peak

    init?(argument: String) {
        if let number = Int(argument), number >= 0 {
            self = .number(number)
        } else if let day = PeriodChoice.day(argument) {
            self = .day(day)
        } else if argument == "peak" {
            self = .peak
        } else if argument == "now" {
            self = .now
        } else {
            return nil
        }
    }
}
