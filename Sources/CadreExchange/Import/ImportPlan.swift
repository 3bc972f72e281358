import CadrePlanning

/// The effect of an import, row by row, and the problems found.
public struct ImportPlan: Sendable {
    /// One member that a row changes, as cells; "" if absent.
    public struct Change: Equatable, Sendable {
        public let member: String
        public let before: String
        public let after: String
    }

    public enum Verdict: Equatable, Sendable {
        case new
        case changed([Change])
        case unchanged
        /// The entity is in the plan, set by the same source, and no longer in the sheet: withdrawn, or ended as its kind requires.
        case ended
    }

    public struct Entry: Equatable, Sendable {
        /// The id in the plan: `NOR/P-1`.
        public let id: String
        /// The file of the row, or `nil` if the entity is only in the plan.
        public let file: String?
        public let line: Int?
        public let verdict: Verdict
        /// The CloudEvent of the change; empty if there is no change.
        public let event: [UInt8]
    }

    /// The rows in the order of the sheets, then the ended entities by id.
    public internal(set) var entries: [Entry] = []
    /// Ids of current entities that the same source set, have not ended, and are not in the sheets; in the order of
    /// their bytes.
    public internal(set) var missing: [String] = []
    /// Ids of current entities that other sources set, have not ended, and are not in the sheets; in the order of their
    /// bytes.
    public internal(set) var others: [String] = []
    public internal(set) var problems: [SheetProblem] = []
    /// Columns that are not read, and names that the plan does not know.
    public internal(set) var warnings: [SheetProblem] = []
    /// The number of rows that have a problem.
    public internal(set) var wrongRows = 0
    /// The time of all events.
    public internal(set) var time: String = ""
    /// The time of the mission's clock and the time to which these events would move it, or `nil` if it does not move.
    public internal(set) var clockMove: (from: String, to: String)?

    /// The events, in order.
    public var events: [Entry] { entries.filter { !$0.event.isEmpty } }

    public func count(_ isCounted: (Verdict) -> Bool) -> Int { entries.count { isCounted($0.verdict) } }
}
