import CadreContract
import CadreRuntime
import Hashing
import Synchronization

/// One message for the bus, ready to be sent.
struct OutgoingDocument: Sendable {
    let topic: OutgoingTopic
    let topicBytes: [UInt8]
    let payload: [UInt8]
    private let digested = DigestOnce()

    init(_ topic: OutgoingTopic, payload: [UInt8]) {
        self.topic = topic
        topicBytes = Array(topic.text.utf8)
        self.payload = payload
    }

    /// The SHA-256 of the payload, in hexadecimal. It is computed at the first use: only a status contains it, and many
    /// values are replaced before the next status.
    var digest: String { digested.value { SHA256.hash(payload).hexadecimal } }
}

/// A text that is computed once.
private final class DigestOnce: Sendable {
    private let known = Mutex<String?>(nil)

    func value(_ compute: () -> String) -> String {
        known.withLock { known in
            if let known { return known }
            let value = compute()
            known = value
            return value
        }
    }
}
