/// The bounds of the contract, each with its reason. What a mission's operator may set is a stored property.
public struct ContractLimits: Sendable, Equatable {
    /// Bytes of a payload. A batch of 1,000 events of 420 bytes fits twice. Source: CONTRACT § 1.
    public static let messageBytesDefault = 1 << 20
    /// How deep lists and objects may lie in a message, the batch's own list counted: an event needs six.
    public static let jsonDepthMax = 32
    /// Bytes of a topic: a kind, a mission and a key of 64 each leave room. Source: CONTRACT § 1.
    public static let topicBytesMax = 200
    /// Events of a batch. Source: CONTRACT § 1.
    public static let batchEventsMax = 1_000
    /// Entries of a list, and members of a map whose names are free. Source: CONTRACT § 9.
    public static let listEntriesMax = 1_000
    /// Unicode scalars of free text, and of an event's `id`, `source`, `type` and `epoch`: they are kept with every
    /// event and indexed. Source: CONTRACT § 9.
    public static let textScalarsMax = 4_096
    /// Characters of an identifier. Source: CONTRACT § 1.
    public static let identifierCharactersMax = 64
    /// The greatest number of persons, posts, items, days … Source: CONTRACT § 2.
    public static let countMax = 1_000_000
    /// The greatest quantity of a commodity, weight, power or unit cost. Source: CONTRACT § 9.
    public static let quantityMax = 1e9
    /// The greatest sum of money. Source: CONTRACT § 9.
    public static let moneyMax = 1e12
    /// The years that dates may lie in. Source: CONTRACT § 2.
    public static let years = 1900...2199
    /// The greatest number of a source's own count: what the journal's column holds.
    public static let sequenceMax = UInt64(Int64.max)
    /// Seconds by which an event's `time` may be ahead of this machine's clock. Source: CONTRACT § 2.
    public static let futureSecondsMax = 300
    /// Bytes kept of what was rejected. Source: CONTRACT § 2.
    public static let rejectedBytesMax = 64 << 10
    /// Missions of a node; counted by the daemon, the reason is `limit`. Source: CONTRACT § 2.
    public static let missionsMax = 10_000
    /// Entities of one mission; counted by the daemon, the reason is `limit`. Source: CONTRACT § 2.
    public static let entitiesMax = 100_000
    /// Entities of one mission times its periods: a plan's memory and time grow with both; counted by the daemon, the
    /// reason is `limit`. Source: CONTRACT § 2.
    public static let weightMax = 4_000_000

    /// Bytes of a payload that is read; a longer one is `too-large`.
    public var messageBytesMax: Int

    public init(messageBytesMax: Int = ContractLimits.messageBytesDefault) {
        self.messageBytesMax = messageBytesMax
    }
}
