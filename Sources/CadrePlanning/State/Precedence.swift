/// The rank of an event among the events of its entity: the greatest one is current. Sources: MODEL §§ 1 and 2.
public struct Precedence: Comparable, Sendable {
    /// The generation of a `clock.advanced`; 0 for every other event.
    public let generation: Int
    public let stamp: Stamp

    public init(_ event: Event) {
        self.init(stamp: event.stamp, document: event.document)
    }

    init(stamp: Stamp, document: Document) {
        self.stamp = stamp
        if case .clock(let clock) = document { generation = clock.generation } else { generation = 0 }
    }

    public static func < (a: Precedence, b: Precedence) -> Bool {
        a.generation != b.generation ? a.generation < b.generation : a.stamp < b.stamp
    }
}
