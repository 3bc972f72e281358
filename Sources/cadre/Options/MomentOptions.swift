import ArgumentParser
import CadreContract
import CadrePlanning

/// As of which state of the plan a command asks; the newest where nothing is said.
struct MomentOptions: ParsableArguments {
    @Option(help: "As of this place in the journal.")
    var revision: Int?

    @Option(
        name: .long,
        help: ArgumentHelp("By the events up to this time (RFC 3339), or to the end of this day.", valueName: "time"))
    var asOf: String?

    var isNewest: Bool { revision == nil && asOf == nil }

    /// The state that the options name.
    var moment: PlanMoment {
        if let revision { return .revision(revision) }
        return asOf.flatMap(MomentText.instant).map { .time($0) } ?? .newest
    }

    func validate() throws {
        guard revision == nil || asOf == nil else { throw ValidationError("Give --revision or --as-of, not both.") }
        if let revision, revision < 1 { throw ValidationError("--revision is a whole number from 1.") }
        if let asOf, MomentText.instant(asOf) == nil {
            throw ValidationError(
                "--as-of \(asOf) is no time: give \(TimeGrammar.instantExpected), or a date (2005-06-06).")
        }
    }
}

/// A moment as people write it.
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
                throw ValidationError("\(text) is no place in the journal: give a whole number from 1.")
            }
            return .revision(revision)
        }
        guard let instant = instant(text) else {
            throw ValidationError(
                "\(text) is no state of the plan: give a revision (140), a date (2005-06-06) or a time "
                    + "(2005-06-06T08:00:00Z).")
        }
        return .time(instant)
    }
}
