import CadreJSON
import CadrePlanning

/// A Cadre daemon, by the name that its configuration gives it.
public enum Node: Sendable {}

extension ID<Node> {
    /// What it is called as the source of events. Source: CONTRACT § 4.
    public var source: String { "urn:cadre:\(text)" }
}

/// The attributes of a CloudEvent that Cadre sends. Source: CONTRACT § 4; CloudEvents 1.0, structured mode.
struct OutgoingEnvelope {
    var type: String
    var node: ID<Node>
    var id: String
    var time: Instant
    /// The id of the event that brought it about; left out where it is `nil` or empty.
    var cause: String?
    /// The revision published before on the same topic; left out where there is none.
    var previous: Int?

    /// The whole event.
    /// - Parameters:
    ///   - dataBytes: A guess at the size of what `data` writes.
    ///   - data: Writes the value of `data`.
    func event(dataBytes: Int = 512, data: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter(capacity: dataBytes + 512)
        writer.object {
            $0.member("specversion", "1.0")
            $0.member("id", id)
            $0.member("source", node.source)
            $0.member("type", type)
            $0.member("time", time)
            $0.member("datacontenttype", "application/json")
            if let cause, !cause.isEmpty { $0.member("cause", cause) }
            if let previous { $0.member("previous", previous) }
            $0.member("data", data)
        }
        return writer.bytes
    }
}
