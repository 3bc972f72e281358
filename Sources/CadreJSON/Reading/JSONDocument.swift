/// A JSON text (RFC 8259), checked to its last byte, that is read in place: texts and numbers are made when asked for.
///
/// The text is a flat row of entries over the bytes, one for each value and each member's name, so that parsing
/// allocates once, and a node is no more than a number. Of members with one name the last stands.
/// A node belongs to the document that gave it out.
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
        /// Of a text: whether it has escapes, so that its bytes are not its UTF-8.
        @usableFromInline var hasEscapes = false
        /// The bytes of the value; of a text those between the quotes.
        @usableFromInline var start: UInt32
        @usableFromInline var end: UInt32
        /// The entry after this one and all within it.
        var next: UInt32
    }

    /// The whole text, as it came.
    public let bytes: [UInt8]
    @usableFromInline let entries: [Entry]
    /// The number of levels to which lists and objects are nested in the whole text; 0 for a scalar.
    public let depth: Int

    /// - Parameter depthMax: How deep lists and objects may lie within each other; a list of numbers has depth 1.
    /// - Throws: The first thing that is wrong. Never recurses; O(bytes).
    public init(parsing bytes: [UInt8], depthMax: Int = JSONLimits.depthMax) throws(JSONFault) {
        var parser = JSONParser(depthMax: depthMax)
        try parser.parse(bytes.span)
        self.bytes = bytes
        entries = parser.entries
        depth = parser.depthReached
    }

    /// An object without members.
    public static let emptyObject = JSONDocument(
        bytes: Array("{}".utf8), entries: [Entry(kind: .object, start: 0, end: 2, next: 1)], depth: 1)

    private init(bytes: [UInt8], entries: [Entry], depth: Int) {
        self.bytes = bytes
        self.entries = entries
        self.depth = depth
    }

    public var root: Node { .root }

    @inlinable
    public func kind(of node: Node) -> Kind { entries[node.index].kind }

    /// `nil` where it is neither `true` nor `false`.
    public func boolean(_ node: Node) -> Bool? {
        let entry = entries[node.index]
        return entry.kind == .boolean ? bytes[Int(entry.start)] == UInt8(ascii: "t") : nil
    }

    /// `nil` where it is no number.
    public func number(_ node: Node) -> JSONNumber? {
        let entry = entries[node.index]
        guard entry.kind == .number else { return nil }
        return JSONNumber(parsing: bytes.span.extracting(Int(entry.start)..<Int(entry.end)))
    }

    /// The node's bytes as they came, quotes included: a JSON text of its own.
    public func source(of node: Node) -> [UInt8] {
        let range = sourceRange(of: node)
        return range == bytes.indices ? bytes : Array(bytes[range])
    }

    /// The number of bytes of `source(of:)`.
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

    func sourceRange(of node: Node) -> Range<Int> {
        let entry = entries[node.index]
        let quote = entry.kind == .text ? 1 : 0
        return Int(entry.start) - quote..<Int(entry.end) + quote
    }

    /// The values of a list in order; none where it is no list.
    public func elements(of node: Node) -> Elements {
        let entry = entries[node.index]
        guard entry.kind == .list else { return Elements(entries: entries, index: 0, end: 0) }
        return Elements(entries: entries, index: node.index + 1, end: Int(entry.next))
    }

    /// Names (texts) and values of an object in order, duplicates included; none where it is no object.
    public func members(of node: Node) -> Members {
        let entry = entries[node.index]
        guard entry.kind == .object else { return Members(entries: entries, index: 0, end: 0) }
        return Members(entries: entries, index: node.index + 1, end: Int(entry.next))
    }

    /// The last member of that name; `nil` where there is none, or the node is no object. O(members).
    /// - Parameter name: Compared by UTF-8 bytes: composed and decomposed letters differ.
    public func member(_ name: StaticString, of node: Node) -> Node? {
        member(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), of: node)
    }

    /// As `member(_:of:)` of a name that is known only at run time.
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
