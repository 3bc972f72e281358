/// What verification found in a journal.
public struct Verification: Equatable, Sendable {
    /// Something that is not as it was written.
    public struct Damage: Equatable, Sendable {
        public enum Kind: String, Equatable, Sendable {
            /// The row's fields do not give its hash, or it does not follow the row before.
            case hash
            /// Sequences are missing.
            case hole
            /// A column holds what no append writes.
            case undecodable
            /// SQLite cannot read on from here.
            case unreadable
        }

        /// The event, or the first of those missing.
        public var sequence: Int
        public var kind: Kind
        public var detail: String
    }

    /// Events read.
    public var events: Int
    /// Sequence and hash of the last event read: note them elsewhere, and a journal whose end was cut off, which
    /// no chain can tell, is found out too.
    public var newest: Int
    public var hash: [UInt8]
    public var firstDamage: Damage?
    /// Events that are damaged or missing, as far as could be read.
    public var damagedEvents: Int
    /// What SQLite's own check of its file says (pages, indexes, order); empty where all is well.
    public var database: [String]
    public var rejectionsKept: Int

    public var isSound: Bool { firstDamage == nil && database.isEmpty }
}
