import CadrePlanning

/// `journal.read`: accepted events from the journal, page by page. Subscribers also request lost events with it.
/// Source: CONTRACT §§ 5 and 6.
public struct JournalRead: Equatable, Sendable {
    /// The journal sequence after which the page begins.
    public var after: Int
    /// The maximum number of events, 1…`ControlLimits.pageEventsMax`.
    public var limit: Int
    public var mission: ID<Mission>?
    public var source: String?
    /// The epoch, "" for events that name none, or `nil` for every epoch.
    public var epoch: String?
    /// Ranges of the source's own numbers, or `nil` for every number, and events without one.
    public var sequences: [ClosedRange<UInt64>]?

    public init(
        after: Int = 0, limit: Int = ControlLimits.pageEventsDefault, mission: ID<Mission>? = nil,
        source: String? = nil, epoch: String? = nil, sequences: [ClosedRange<UInt64>]? = nil
    ) {
        self.after = after
        self.limit = limit
        self.mission = mission
        self.source = source
        self.epoch = epoch
        self.sequences = sequences
    }
}

extension JournalRead: MethodParams {
    public static let method = ControlMethod.journalRead
    public static let summary = "Returns a page of accepted events, which ends early at 1 MiB"

    public static let table = ObjectTable(
        "params", "A page of the journal, and which events it has", from: JournalRead(), nullIsAbsent: true,
        isClosed: true,
        fields: [
            .fallback("after", \.after, .natural, 0, "The journal sequence after which the page begins"),
            .fallback(
                "limit", \.limit, .whole(1...ControlLimits.pageEventsMax), ControlLimits.pageEventsDefault,
                "The maximum number of events"),
            .optional("mission", \.mission, .mission, "The mission; by default every mission"),
            .optional("source", \.source, .anyText, "The source; by default every source"),
            .optional(
                "epoch", \.epoch, .anyText, "The epoch, empty for events that name none; by default every epoch"),
            .optional(
                "sequences", \.sequences,
                .list(of: .ownNumbers, countMin: 1, countMax: ControlLimits.rangesMax),
                "Ranges of the source's own numbers, each `[first, last]`; by default every event"),
        ])

    public static let answer = Form<Answer>.object(Answer.table)
}
