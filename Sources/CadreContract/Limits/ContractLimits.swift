/// The bounds of the contract, each with its reason. Bounds that an operator can set are stored properties.
public struct ContractLimits: Sendable, Equatable {
    /// Bytes of one event. Source: CONTRACT § 1.
    public static let eventBytesDefault = 1 << 20
    /// The number of levels to which lists and objects of one event may be nested: an event needs six.
    public static let jsonDepthMax = 32
    /// The levels of a batch or a control request: those around an event are added. Source: CONTRACT § 1.
    public static let batchDepthMax = jsonDepthMax + 4
    /// The size of a batch or a control request in events of the greatest size. Source: CONTRACT § 1.
    public static let batchSizeFactor = 4
    /// Bytes of a topic: a kind, a mission and a key of 64 each leave room. Source: CONTRACT § 1.
    public static let topicBytesMax = 200
    /// Events of a batch. Source: CONTRACT § 1.
    public static let batchEventsMax = 1_000
    /// Entries of a list, and members of a map whose names are free. Source: CONTRACT § 9.
    public static let listEntriesMax = 1_000
    /// Unicode scalars of free text, and of an event's `id`, `source`, `type` and `epoch`: they are stored with every
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
    /// The greatest sequence number of a source: the maximum of the journal's column.
    public static let sequenceMax = UInt64(Int64.max)
    /// Seconds by which an event's `time` may be ahead of this machine's clock. Source: CONTRACT § 2.
    public static let futureSecondsMax = 300
    /// Bytes stored of a rejected message. Source: CONTRACT § 2.
    public static let rejectedBytesMax = 64 << 10
    /// Missions of a node; checked by the daemon, the reason is `limit`. Source: CONTRACT § 2.
    public static let missionsMax = 10_000
    /// Entities of one mission; checked by the daemon, the reason is `limit`. Source: CONTRACT § 2.
    public static let entitiesMax = 100_000
    /// Entities of one mission times its periods: a plan's memory and time grow with both; checked by the daemon, the
    /// reason is `limit`. Source: CONTRACT § 2.
    public static let weightMax = 4_000_000

    /// Bytes of one event that is read; a longer one is `too-large`.
    public var eventBytesMax: Int

    /// Bytes of a batch or a control request.
    public var messageBytesMax: Int {
        let (bytes, overflow) = eventBytesMax.multipliedReportingOverflow(by: Self.batchSizeFactor)
        return overflow ? .max : bytes
    }

    public init(eventBytesMax: Int = ContractLimits.eventBytesDefault) {
        self.eventBytesMax = eventBytesMax
    }
}
