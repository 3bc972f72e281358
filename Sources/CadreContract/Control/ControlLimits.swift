/// Bounds of the control socket, each with its reason. Source: CONTRACT § 6.
public enum ControlLimits {
    /// The number of levels to which lists and objects of a request may be nested: an event at its greatest depth, within
    /// a list, `params` and the request. Each event is judged by itself, as on `intake`.
    public static let depthMax = ContractLimits.batchDepthMax
    /// How deep they may lie in an answer: `journal.read` gives whole events, four levels down.
    public static let answerDepthMax = ContractLimits.jsonDepthMax + 4
    /// Events of one submission, as of a batch on `intake`.
    public static let submittedEventsMax = ContractLimits.batchEventsMax
    /// Events of a page of the journal, where the request does not say.
    public static let pageEventsDefault = 100
    /// Events of a page of the journal.
    public static let pageEventsMax = 1_000
    /// Bytes of events after which a page ends early: as much as a message may have.
    public static let pageBytesMax = 1 << 20
    /// Ranges of a source's numbers in one request: as many holes as the loss tracker keeps apart.
    public static let rangesMax = 1_000
}
