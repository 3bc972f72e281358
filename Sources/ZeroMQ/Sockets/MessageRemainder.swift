/// The treatment of the remaining frames of a message after libzmq refused one, because its peer disconnected.
public enum MessageRemainder: Sendable {
    /// libzmq expects the remaining frames and discards them; without them it would discard the next message instead.
    case passToLibzmq
    /// libzmq keeps no state: the remaining frames would reach the next peer as a separate message.
    case withhold
}
