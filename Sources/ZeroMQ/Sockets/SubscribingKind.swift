/// A socket type that subscribes to prefixes: SUB and XSUB.
public protocol SubscribingKind: ReceivingKind {}
