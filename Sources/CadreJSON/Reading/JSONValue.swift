/// A value of a JSON text that can be kept and passed on: a node together with its document.
public struct JSONValue: Sendable, Equatable {
    public let document: JSONDocument
    public let node: JSONDocument.Node

    public init(document: JSONDocument, node: JSONDocument.Node) {
        self.document = document
        self.node = node
    }

    /// - Throws: Why the bytes are no JSON text; see `JSONDocument`.
    public init(parsing bytes: [UInt8], depthMax: Int = JSONLimits.depthMax) throws(JSONFault) {
        document = try JSONDocument(parsing: bytes, depthMax: depthMax)
        node = document.root
    }

    public var kind: JSONDocument.Kind { document.kind(of: node) }
    public var isNull: Bool { kind == .null }
    /// Each `nil` where the value is of another kind.
    public var boolean: Bool? { document.boolean(node) }
    public var number: JSONNumber? { document.number(node) }
    /// A whole number that fits, 5.0 and 1e2 too.
    public var integer: Int? { number?.integer.flatMap { Int(exactly: $0) } }
    public var text: String? { document.text(node) }
    /// A list's values in order; `nil` where it is no list.
    public var elements: [JSONValue]? {
        kind == .list ? document.elements(of: node).map { JSONValue(document: document, node: $0) } : nil
    }
    /// An object's members, each name once (the last stands), by the bytes of their names; `nil` where it is none.
    public var members: [(name: String, value: JSONValue)]? {
        guard kind == .object else { return nil }
        return document.standingMembers(of: node).map {
            (String(decoding: $0.name, as: UTF8.self), JSONValue(document: document, node: $0.value))
        }
    }

    /// The last member of that name; `nil` where there is none, or this is no object.
    public subscript(name: String) -> JSONValue? {
        document.member(named: name, of: node).map { JSONValue(document: document, node: $0) }
    }

    /// The value's bytes as they came: a JSON text of its own.
    public var source: [UInt8] { document.source(of: node) }

    /// As JSON values: 1 = 1.0, 1 ≠ true, order of members irrelevant. Source: CONTRACT § 9.
    public static func == (a: JSONValue, b: JSONValue) -> Bool {
        JSONDocument.equal(a.document, a.node, b.document, b.node)
    }
}
