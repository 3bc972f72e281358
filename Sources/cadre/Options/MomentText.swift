import ArgumentParser
import CadreContract
import CadrePlanning

/// A moment in an argument.
enum MomentText {
    private static let endOfDay = "T23:59:59.999999999Z"

    /// Returns the time that a text gives, or the end of the day if it is a date.
    static func instant(_ text: String) -> Instant? {
        TimeGrammar.instant(text.utf8.count == 10 ? text + endOfDay : text)
    }

    /// Returns the state that a revision, a time or a date gives.
    static func moment(_ text: String) throws -> PlanMoment {
        if text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
            guard let revision = Int(text), revision > 0 else {
                throw ValidationError("\(text) is not a journal sequence: give a whole number from 1.")
            }
            return .revision(revision)
        }
        guard let instant = instant(text) else {
            throw ValidationError(
                "\(text) is not a state of the plan: give a revision (140), a date (2005-06-06) or a time "
                    + "(2005-06-06T08:00:00Z).")
        }
        return .time(instant)
    }
}
