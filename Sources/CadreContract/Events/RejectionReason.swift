/// The reason why an event or message is not accepted, in the order of the checks. Source: CONTRACT §§ 2 and 9.
public enum RejectionReason: String, Sendable, CaseIterable, Comparable {
    case tooLarge = "too-large"
    case malformedFrames = "malformed-frames"
    case notJSON = "not-json"
    case notCloudEvent = "not-cloudevent"
    case unknownType = "unknown-type"
    case schema
    case topicMismatch = "topic-mismatch"
    case notAuthorised = "not-authorised"
    case timeInFuture = "time-in-future"
    case conflict
    case limit

    /// Returns whether the check of `a` precedes that of `b`.
    public static func < (a: RejectionReason, b: RejectionReason) -> Bool { a.rank < b.rank }

    private var rank: Int { RejectionReason.allCases.firstIndex(of: self) ?? 0 }
}
