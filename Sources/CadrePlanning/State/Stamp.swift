/// Orders the events of one entity: the greatest is current. Source: MODEL § 2.
public struct Stamp: Hashable, Comparable, Sendable {
    public var time: Instant
    /// The event's id.
    public var id: String
    /// The event's source.
    public var source: String

    public init(time: Instant, id: String, source: String) {
        self.time = time
        self.id = id
        self.source = source
    }

    // By bytes: two ids that only look the same are two.
    public static func == (a: Stamp, b: Stamp) -> Bool {
        a.time == b.time && a.id.utf8.elementsEqual(b.id.utf8) && a.source.utf8.elementsEqual(b.source.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(time)
    }

    public static func < (a: Stamp, b: Stamp) -> Bool {
        if a.time != b.time { return a.time < b.time }
        if !a.id.utf8.elementsEqual(b.id.utf8) { return bytesPrecede(a.id, b.id) }
        return bytesPrecede(a.source, b.source)
    }
}
