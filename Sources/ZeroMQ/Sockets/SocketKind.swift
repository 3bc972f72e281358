/// A socket type of ZeroMQ. Only the types of ``Pattern`` conform.
///
/// ``ReceivingKind``, ``SendingKind``, ``PublishingKind`` and ``SubscribingKind`` define the operations of a type, so
/// that a SUB has no `send` and a PUB no `receive`.
public protocol SocketKind: Sendable {
    /// The name in ZeroMQ's notation: `"SUB"`.
    static var name: String { get }
    /// libzmq's number for the type.
    static var number: Int32 { get }
    /// The treatment of the remaining frames of a message after libzmq refused one.
    static var remainder: MessageRemainder { get }
}

extension SocketKind {
    public static var remainder: MessageRemainder { .passToLibzmq }
}
