import ArgumentParser
import CadreClient

/// As of which state of the plan a command asks; the newest where nothing is said.
struct MomentOptions: ParsableArguments {
    @Option(help: "As of this place in the journal.")
    var revision: Int?

    @Option(
        name: .long,
        help: ArgumentHelp("By the events up to this time (RFC 3339), or to the end of this day.", valueName: "time"))
    var asOf: String?

    var isNewest: Bool { revision == nil && asOf == nil }

    /// RFC 3339.
    var instant: String? { asOf.map(MomentText.instant) }

    func validate() throws {
        guard revision == nil || asOf == nil else { throw ValidationError("Give --revision or --as-of, not both.") }
    }
}

/// A moment as people write it.
enum MomentText {
    private static let endOfDay = "T23:59:59.999999999Z"

    /// A bare date means that whole day.
    static func instant(_ text: String) -> String {
        text.utf8.count == 10 ? text + endOfDay : text
    }

    /// A place in the journal, a time or a date.
    static func moment(_ text: String) throws -> DiffRequest.Moment {
        if text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
            guard let revision = Int(text), revision > 0 else {
                throw ValidationError("\(text) is no place in the journal: give a whole number from 1.")
            }
            return .revision(revision)
        }
        guard text.contains("-") else {
            throw ValidationError(
                "\(text) is no state of the plan: give a revision (140), a date (2005-06-06) or a time "
                    + "(2005-06-06T08:00:00Z).")
        }
        return .time(instant(text))
    }
}
