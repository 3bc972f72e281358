import CadreJSON

/// The id by which an answer names its request: a text, a number or null, returned byte for byte as received.
public struct RequestID: Hashable, Sendable {
    private let json: [UInt8]

    public init(_ number: Int) {
        self.init(writing: number)
    }

    public init(_ text: String) {
        self.init(writing: text)
    }

    /// The id in the answer to a request whose id is invalid or could not be read.
    public static let null = RequestID(writing: Optional<Int>.none)

    private init(writing value: some JSONWritable) {
        var writer = JSONWriter(capacity: 24)
        writer.value(value)
        json = writer.bytes
    }

    /// Reads an id, or `nil` if the value is none of the three.
    init?(reading value: JSONValue) {
        switch value.kind {
        case .text, .number, .null: json = value.source
        case .boolean, .list, .object: return nil
        }
    }
}

extension RequestID: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.raw(json)
    }
}
