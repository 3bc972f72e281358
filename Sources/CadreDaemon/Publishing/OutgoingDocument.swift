import CadreContract
import Crypto

/// One message for the bus, ready to be sent.
struct OutgoingDocument: Sendable {
    let topic: OutgoingTopic
    let topicBytes: [UInt8]
    let payload: [UInt8]
    /// SHA-256 of the payload: computed where the document is made, not on the thread of the socket.
    let digest: [UInt8]

    init(_ topic: OutgoingTopic, payload: [UInt8]) {
        self.topic = topic
        topicBytes = Array(topic.text.utf8)
        self.payload = payload
        digest = topic.keepsLastValue ? Array(SHA256.hash(data: payload)) : []
    }
}

extension [UInt8] {
    /// As `status` writes digests.
    var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
