import ArgumentParser

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
