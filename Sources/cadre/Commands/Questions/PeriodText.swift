import ArgumentParser
import CadrePlanning
import CadreReports

/// A period as people write it: its number, a day that it holds, or one of two words.
enum PeriodText: Equatable, Sendable, ExpressibleByArgument {
    case number(Int)
    case day(Day)
    /// The period of now.
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
