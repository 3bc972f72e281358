import CadreJSON
import CadrePlanning

/// An event that the contract accepts: its content, and the envelope's attributes that journal and loss tracker need.
public struct ReceivedEvent: Sendable {
    /// Mission, stamp (time, id, source) and document.
    public var event: Event
    /// The CloudEvents `type`, such as `cadre.pledge.recorded.v1`.
    public var type: String
    /// The source's own sequence number, or `nil` if it sends none. Source: CONTRACT § 5.
    public var sourceSequence: UInt64?
    /// The epoch of the sequence number; "" if absent.
    public var epoch: String
    /// The JSON of this event, byte for byte as received.
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
