import CadrePlanning

/// An accepted event, as far as a later event of the same identity is compared with it.
public struct AcceptedEvent: Sendable {
    /// The position among the accepted events.
    public var sequence: Int
    /// The event's JSON.
    public var bytes: [UInt8]

    public init(sequence: Int, bytes: [UInt8]) {
        self.sequence = sequence
        self.bytes = bytes
    }
}

/// The identity of an event: source and id, compared by their bytes, as the journal does. Texts that are
/// equivalent in Unicode, but have other bytes, differ.
struct EventIdentity: Hashable, Sendable {
    let source: [UInt8]
    let id: [UInt8]

    init(_ stamp: Stamp) {
        source = Array(stamp.source.utf8)
        id = Array(stamp.id.utf8)
    }
}
