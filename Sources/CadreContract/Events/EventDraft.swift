import CadreJSON

/// A CloudEvent created here to be submitted or only tried. Source: CONTRACT § 2.
public struct EventDraft: Equatable, Sendable {
    public var type: EventType
    public var source: String
    public var id: String
    /// The time, RFC 3339.
    public var time: String
    /// The data as JSON: an object that contains the mission. Not checked.
    public var data: [UInt8]

    public init(type: EventType, source: String, id: String, time: String, data: [UInt8]) {
        self.type = type
        self.source = source
        self.id = id
        self.time = time
        self.data = data
    }

    /// The event as text.
    public var bytes: [UInt8] {
        var writer = JSONWriter(capacity: data.count + 256)
        writer.object {
            $0.member("specversion", "1.0")
            $0.member("id", id)
            $0.member("source", source)
            $0.member("type", type.rawValue)
            $0.member("time", time)
            $0.member("datacontenttype", "application/json")
            $0.name("data")
            $0.raw(data)
        }
        return writer.bytes
    }
}
