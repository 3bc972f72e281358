import CadreJSON
import CadrePlanning

/// A Cadre daemon, by the name that its configuration gives it.
public enum Node: Sendable {}

extension ID<Node> {
    /// The node's name as the source of events. Source: CONTRACT § 4.
    public var source: String { sourcePrefix + text }
}

private let sourcePrefix = "urn:cadre:"

/// The attributes of a CloudEvent that Cadre sends. Source: CONTRACT § 4; CloudEvents 1.0, structured mode.
struct OutgoingEnvelope: Sendable {
    var type: String
    var node: ID<Node>
    var id: String
    var time: Instant
    /// The id of the newest event covered; omitted if it is empty.
    var cause = ""
    /// The revision published before on the same topic; omitted if there is none.
    var previous: Int?

    /// Returns the whole event.
    /// - Parameters:
    ///   - dataBytes: An estimate of the size of `data`.
    ///   - data: Writes the value of `data`.
    func event(dataBytes: Int = 512, data: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter(capacity: dataBytes + 512)
        writer.object {
            Self.table.write(self, to: &$0)
            $0.member(Self.dataName, data)
        }
        return writer.bytes
    }

    /// Returns the whole event, with a value as its `data`.
    func event<Value>(dataBytes: Int = 512, of value: Value, _ table: ObjectTable<Value>) -> [UInt8] {
        event(dataBytes: dataBytes) { $0.object { table.write(value, to: &$0) } }
    }

    private static let dataName = "data"

    static let table = ObjectTable(
        "envelope", "A CloudEvent 1.0 in structured mode, as Cadre sends it",
        from: OutgoingEnvelope(type: "", node: ID(""), id: "", time: Instant(seconds: 0)),
        fields: [
            .constant("specversion", "1.0", "The version of CloudEvents"),
            .required("id", \.id, .anyText, "The id; one id never has two contents"),
            .required("source", \.node, .nodeSource, "The node"),
            .required("type", \.type, .anyText, "The type"),
            .required("time", \.time, .time, "The mission's clock, or the wall clock for notices of the node"),
            .constant("datacontenttype", "application/json", "The type of `data`"),
            .optional(
                "cause", \.cause, .anyText, unless: { $0.isEmpty }, "The id of the newest event covered"),
            .optional("previous", \.previous, .revision, "The revision published before on this topic"),
            .described(dataName, .anyObject, "The content"),
        ])
}

extension Form where Value == ID<Node> {
    /// `urn:cadre:NODE`.
    fileprivate static let nodeSource = Form(.name(.nodeSource)) { json, node in
        json.text(node).flatMap { text in
            text.hasPrefix(sourcePrefix) ? ID(String(text.dropFirst(sourcePrefix.count))) : nil
        }
    } write: {
        $1.value($0.source)
    }
}
