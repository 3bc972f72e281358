import ArgumentParser
import CadreContract
import CadrePlanning

/// The state of the plan for a command; by default the newest.
struct MomentOptions: ParsableArguments {
    @Option(help: "The journal sequence up to which events count.")
    var revision: Int?

    @Option(
        name: .long,
        help: ArgumentHelp("The time (RFC 3339) or day up to which events count.", valueName: "time"))
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
                "--as-of \(asOf) is not a time: give \(TimeGrammar.instantExpected), or a date (2005-06-06).")
        }
    }
}
