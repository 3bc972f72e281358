/// A socket type that can receive messages.
public protocol ReceivingKind: SocketKind {}
