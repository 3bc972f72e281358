/// The result of verifying a journal.
public struct Verification: Equatable, Sendable {
    /// A difference between the journal and the events that were appended.
    public struct Damage: Equatable, Sendable {
        /// The kind of damage.
        public enum Kind: String, Equatable, Sendable {
            /// The row's hash does not match its fields and the preceding row.
            case hash
            /// Events are missing.
            case hole
            /// A column contains a value that no append writes.
            case undecodable
            /// SQLite cannot read the journal from here on.
            case unreadable
        }

        /// The sequence of the damaged event or of the first missing event.
        public var sequence: Int
        /// The kind of damage.
        public var kind: Kind
        /// The description of the damage for the operator.
        public var detail: String
    }

    /// The number of events read.
    public var events: Int
    /// The sequence of the last event read.
    ///
    /// Record it and `hash` elsewhere: only a comparison with them detects a truncated journal, because its chain is
    /// valid.
    public var newest: Int
    /// The hash of the last event read.
    public var hash: [UInt8]
    /// The first damage, or `nil` if no event is damaged or missing.
    public var firstDamage: Damage?
    /// The number of events that are damaged or missing, as far as the journal could be read.
    public var damagedEvents: Int
    /// The messages of SQLite's integrity check (pages, indexes, order); empty if it found no damage.
    public var database: [String]
    /// The number of stored rejections.
    public var rejectionsKept: Int

    /// Whether no damage was found.
    public var isSound: Bool { firstDamage == nil && database.isEmpty }
}
