/// A value of a JSON text that can be stored and passed on: a node together with its document.
public struct JSONValue: Sendable, Equatable {
    public let document: JSONDocument
    public let node: JSONDocument.Node

    public init(document: JSONDocument, node: JSONDocument.Node) {
        self.document = document
        self.node = node
    }

    /// Parses a JSON text.
    /// - Throws: The first fault in the text; see `JSONDocument`.
    public init(parsing bytes: [UInt8], depthMax: Int = JSONLimits.depthMax) throws(JSONFault) {
        document = try JSONDocument(parsing: bytes, depthMax: depthMax)
        node = document.root
    }

    public var kind: JSONDocument.Kind { document.kind(of: node) }
    public var isNull: Bool { kind == .null }
    /// The Boolean value; like the other properties, `nil` if the value is of another kind.
    public var boolean: Bool? { document.boolean(node) }
    public var number: JSONNumber? { document.number(node) }
    /// The number if it is whole and fits, also 5.0 and 1e2.
    public var integer: Int? { number?.integer.flatMap { Int(exactly: $0) } }
    public var text: String? { document.text(node) }
    /// A list's values in order, or `nil` if the value is not a list.
    public var elements: [JSONValue]? {
        kind == .list ? document.elements(of: node).map { JSONValue(document: document, node: $0) } : nil
    }
    /// An object's members, each name once (the last applies), by the bytes of their names; `nil` if the value is not
    /// an object.
    public var members: [(name: String, value: JSONValue)]? {
        guard kind == .object else { return nil }
        return document.standingMembers(of: node).map {
            (String(decoding: $0.name, as: UTF8.self), JSONValue(document: document, node: $0.value))
        }
    }

    /// The last member with a name, or `nil` if it does not exist or the value is not an object.
    public subscript(name: String) -> JSONValue? {
        document.member(named: name, of: node).map { JSONValue(document: document, node: $0) }
    }

    /// The value's bytes as received: a complete JSON text.
    public var source: [UInt8] { document.source(of: node) }

    /// Compares two JSON values: 1 = 1.0, 1 ≠ true, the order of members is irrelevant. Source: CONTRACT § 9.
    public static func == (a: JSONValue, b: JSONValue) -> Bool {
        JSONDocument.equal(a.document, a.node, b.document, b.node)
    }
}
