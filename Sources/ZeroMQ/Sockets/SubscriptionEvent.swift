/// A subscription or unsubscription that an XPUB received.
public enum SubscriptionEvent: Hashable, Sendable {
    /// A subscriber wants messages whose topic begins with the prefix. Reported for each subscriber, also if repeated.
    case subscribed(prefix: [UInt8])
    /// The last subscriber of this prefix has unsubscribed or disconnected.
    case unsubscribed(prefix: [UInt8])
}

extension SubscriptionEvent {
    /// Creates an event from an XPUB's message, or `nil` if it is not one frame that begins with 0 or 1.
    init?(_ message: borrowing ReceivedMessage) {
        guard message.frameCountTotal == 1 else { return nil }
        let event = message.withUnsafeBytes(0) { bytes -> SubscriptionEvent? in
            guard let kind = bytes.first else { return nil }
            let prefix = Array(bytes.dropFirst())
            switch kind {
            case 0: return .unsubscribed(prefix: prefix)
            case 1: return .subscribed(prefix: prefix)
            default: return nil
            }
        }
        guard let event else { return nil }
        self = event
    }
}
