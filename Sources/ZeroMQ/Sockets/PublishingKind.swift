/// A socket type that drops messages for slow readers silently: PUB and XPUB.
public protocol PublishingKind: SendingKind {}
