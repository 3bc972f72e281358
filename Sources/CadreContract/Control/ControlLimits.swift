/// Bounds of the control socket, each with its reason. Source: CONTRACT § 6.
public enum ControlLimits {
    /// The number of levels to which lists and objects of a request may be nested: an event at its greatest depth,
    /// within a list, `params` and the request. Each event is validated separately, as on `intake`.
    public static let depthMax = ContractLimits.batchDepthMax
    /// The number of levels to which they may be nested in an answer: `journal.read` returns whole events, four levels
    /// down.
    public static let answerDepthMax = ContractLimits.jsonDepthMax + 4
    /// The number of events of one submission, as of a batch on `intake`.
    public static let submittedEventsMax = ContractLimits.batchEventsMax
    /// The number of events per page of the journal by default.
    public static let pageEventsDefault = 100
    /// The greatest number of events per page of the journal.
    public static let pageEventsMax = 1_000
    /// The bytes of events after which a page ends early: as many as a message may have.
    public static let pageBytesMax = 1 << 20
    /// The number of ranges of a source's numbers in one request: as many holes as the loss tracker records separately.
    public static let rangesMax = 1_000
}
