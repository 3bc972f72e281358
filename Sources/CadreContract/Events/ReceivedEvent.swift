import CadreJSON
import CadrePlanning

/// An event that the contract lets pass: what it says, and what the journal and the loss tracker need of its envelope.
public struct ReceivedEvent: Sendable {
    /// Mission, stamp (time, id, source) and document.
    public var event: Event
    /// The CloudEvents `type`, such as `cadre.pledge.recorded.v1`.
    public var type: String
    /// The source's own count, where it counts. Source: CONTRACT § 5.
    public var sourceSequence: UInt64?
    /// What the source counts within; "" where it says nothing.
    public var epoch: String
    /// This event's JSON alone, byte for byte as it came.
    public var bytes: [UInt8]

    public init(event: Event, type: String, sourceSequence: UInt64?, epoch: String, bytes: [UInt8]) {
        self.event = event
        self.type = type
        self.sourceSequence = sourceSequence
        self.epoch = epoch
        self.bytes = bytes
    }

    /// The event's `data` as it was received, or `nil` if `bytes` are not those of an event.
    public var data: JSONValue? {
        do throws(JSONFault) {
            return try JSONValue(parsing: bytes, depthMax: ContractLimits.jsonDepthMax)["data"]
        } catch {
            return nil
        }
    }
}
