/// A JSON text (RFC 8259), validated completely, that is read in place: texts and numbers are created on request.
///
/// The text is a flat array of entries over the bytes, one for each value and each member's name. Parsing therefore
/// allocates once, and a node is only an index. Of several members with one name, the last applies. A node belongs to
/// the document that returned it.
public struct JSONDocument: Sendable {
    public enum Kind: UInt8, Sendable { case null, boolean, number, text, list, object }

    /// A value within the document.
    public struct Node: Hashable, Sendable {
        @usableFromInline let index: Int

        /// The outermost value of a document.
        public static let root = Node(index: 0)

        @usableFromInline init(index: Int) {
            self.index = index
        }
    }

    @usableFromInline
    struct Entry: Sendable {
        @usableFromInline var kind: Kind
        /// Whether a text has escapes, so that its bytes are not its UTF-8.
        @usableFromInline var hasEscapes = false
        /// The bytes of the value, up to `end`; for a text, those between the quotes.
        @usableFromInline var start: UInt32
        @usableFromInline var end: UInt32
        /// The index of the entry after this one and all entries within it.
        var next: UInt32
    }

    /// The whole text as received.
    public let bytes: [UInt8]
    @usableFromInline let entries: [Entry]
    /// The number of levels to which lists and objects are nested in the whole text; 0 for a scalar.
    public let depth: Int
    /// Whether a number of the text is greater than every double, such as 1e999.
    public let hasInfiniteNumber: Bool

    /// Parses a JSON text without recursion. O(bytes).
    /// - Parameter depthMax: The greatest permitted depth of nested lists and objects; a list of numbers has depth 1.
    /// - Throws: The first fault in the text.
    public init(parsing bytes: [UInt8], depthMax: Int = JSONLimits.depthMax) throws(JSONFault) {
        var parser = JSONParser(depthMax: depthMax)
        try parser.parse(bytes.span)
        self.bytes = bytes
        entries = parser.entries
        depth = parser.depthReached
        hasInfiniteNumber = parser.hasInfiniteNumber
    }

    /// An object without members.
    public static let emptyObject = JSONDocument(
        bytes: Array("{}".utf8), entries: [Entry(kind: .object, start: 0, end: 2, next: 1)], depth: 1)

    private init(bytes: [UInt8], entries: [Entry], depth: Int) {
        self.bytes = bytes
        self.entries = entries
        self.depth = depth
        hasInfiniteNumber = false
    }

    public var root: Node { .root }

    @inlinable
    public func kind(of node: Node) -> Kind { entries[node.index].kind }

    /// Returns the Boolean value, or `nil` if the node is neither `true` nor `false`.
    public func boolean(_ node: Node) -> Bool? {
        let entry = entries[node.index]
        return entry.kind == .boolean ? bytes[Int(entry.start)] == UInt8(ascii: "t") : nil
    }

    /// Returns the number, or `nil` if the node is not a number.
    public func number(_ node: Node) -> JSONNumber? {
        let entry = entries[node.index]
        guard entry.kind == .number else { return nil }
        return JSONNumber(parsing: bytes.span.extracting(Int(entry.start)..<Int(entry.end)))
    }

    /// Returns the node's bytes as received, quotes included: a complete JSON text.
    public func source(of node: Node) -> [UInt8] {
        let range = sourceRange(of: node)
        return range == bytes.indices ? bytes : Array(bytes[range])
    }

    /// Returns the number of bytes of `source(of:)`.
    public func byteCount(of node: Node) -> Int { sourceRange(of: node).count }

    /// Returns the number of levels to which lists and objects are nested within a value. O(entries).
    public func depth(of node: Node) -> Int {
        var ends: [UInt32] = []
        var depth = 0
        for index in node.index..<Int(entries[node.index].next) {
            while let end = ends.last, index >= Int(end) { ends.removeLast() }
            guard entries[index].kind == .list || entries[index].kind == .object else { continue }
            ends.append(entries[index].next)
            depth = max(depth, ends.count)
        }
        return depth
    }

    /// Returns whether a number within a value is greater than every double. O(entries) if the text has one, else O(1).
    public func hasInfiniteNumber(in node: Node) -> Bool {
        hasInfiniteNumber
            && (node.index..<Int(entries[node.index].next)).contains { index in
                number(Node(index: index)).map { !$0.isFinite } ?? false
            }
    }

    func sourceRange(of node: Node) -> Range<Int> {
        let entry = entries[node.index]
        let quote = entry.kind == .text ? 1 : 0
        return Int(entry.start) - quote..<Int(entry.end) + quote
    }

    /// Returns the values of a list in order; empty if the node is not a list.
    public func elements(of node: Node) -> Elements {
        let entry = entries[node.index]
        guard entry.kind == .list else { return Elements(entries: entries, index: 0, end: 0) }
        return Elements(entries: entries, index: node.index + 1, end: Int(entry.next))
    }

    /// Returns the number of values of a list; 0 if the node is not a list. O(values).
    public func elementCount(of node: Node) -> Int { elements(of: node).reduce(0) { count, _ in count + 1 } }

    /// Returns the names (texts) and values of an object in order, duplicates included; empty if the node is not an
    /// object.
    public func members(of node: Node) -> Members {
        let entry = entries[node.index]
        guard entry.kind == .object else { return Members(entries: entries, index: 0, end: 0) }
        return Members(entries: entries, index: node.index + 1, end: Int(entry.next))
    }

    /// Returns the last member with a name, or `nil` if it does not exist or the node is not an object. O(members).
    /// - Parameter name: Compared by UTF-8 bytes: composed and decomposed letters differ.
    public func member(_ name: StaticString, of node: Node) -> Node? {
        member(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), of: node)
    }

    /// Returns a member like `member(_:of:)`, for a name that is known only at run time.
    public func member(named name: String, of node: Node) -> Node? {
        var name = name
        return name.withUTF8 { member($0, of: node) }
    }

    private func member(_ name: UnsafeBufferPointer<UInt8>, of node: Node) -> Node? {
        let entries = entries.span
        let object = entries[node.index]
        guard object.kind == .object else { return nil }
        let end = Int(object.next)
        var found: Node?
        var index = node.index + 1
        while index < end {
            let member = entries[index]
            if member.hasEscapes || Int(member.end &- member.start) == name.count, isText(member, name) {
                found = Node(index: index + 1)
            }
            index = Int(entries[index + 1].next)
        }
        return found
    }

    public struct Elements: Sequence, IteratorProtocol, Sendable {
        let entries: [Entry]
        var index: Int
        let end: Int

        public mutating func next() -> Node? {
            guard index < end else { return nil }
            defer { index = Int(entries[index].next) }
            return Node(index: index)
        }
    }

    public struct Members: Sequence, IteratorProtocol, Sendable {
        let entries: [Entry]
        var index: Int
        let end: Int

        public mutating func next() -> (name: Node, value: Node)? {
            guard index < end else { return nil }
            defer { index = Int(entries[index + 1].next) }
            return (Node(index: index), Node(index: index + 1))
        }
    }
}
