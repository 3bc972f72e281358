/// A socket type that can send messages.
public protocol SendingKind: SocketKind {}
