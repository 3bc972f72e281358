import CadrePlanning

/// What an import would do: row by row, and what is wrong.
public struct ImportPlan: Sendable {
    /// One member that a row changes, as cells; "" where there is none.
    public struct Change: Equatable, Sendable {
        public let member: String
        public let before: String
        public let after: String
    }

    public enum Verdict: Equatable, Sendable {
        case new
        case changed([Change])
        case unchanged
        /// In the plan, set by the same source, and no longer in the sheet: withdrawn, or whatever ends its kind.
        case ended
    }

    public struct Entry: Equatable, Sendable {
        /// As the plan names it: `NOR/P-1`.
        public let id: String
        /// Where it stands; `nil` where it is in the plan alone.
        public let file: String?
        public let line: Int?
        public let verdict: Verdict
        /// The CloudEvent that says so; empty where there is nothing to say.
        public let event: [UInt8]
    }

    /// By place in the sheets, then what is ended, by id.
    public internal(set) var entries: [Entry] = []
    /// Ids that stand, set by the same source, have not ended, and are not in the sheets; by their bytes.
    public internal(set) var missing: [String] = []
    /// Ids that stand, set by other sources, have not ended, and are not in the sheets; by their bytes.
    public internal(set) var others: [String] = []
    public internal(set) var problems: [SheetProblem] = []
    /// Columns that are not read, and names that the plan does not know.
    public internal(set) var warnings: [SheetProblem] = []
    /// Rows that have a problem.
    public internal(set) var wrongRows = 0
    /// Of all events.
    public internal(set) var time: String = ""
    /// Where the mission's clock stands, and where these events would move it; `nil` where it stays.
    public internal(set) var clockMove: (from: String, to: String)?

    /// The events, in order.
    public var events: [Entry] { entries.filter { !$0.event.isEmpty } }

    public func count(_ isCounted: (Verdict) -> Bool) -> Int { entries.count { isCounted($0.verdict) } }
}
