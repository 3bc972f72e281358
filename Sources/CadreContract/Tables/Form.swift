import CadreJSON

/// The form of one JSON value: reads it, writes it and describes it.
public struct Form<Value>: Sendable {
    public let shape: Shape
    /// Reads a value.
    /// - Throws: The invalid part, by its path within the value; "" for the value itself.
    let read: @Sendable (JSONDocument, JSONDocument.Node) throws(MemberFault) -> Value
    /// Writes exactly one value.
    let write: @Sendable (Value, inout JSONWriter) -> Void

    init(
        _ shape: Shape,
        read: @escaping @Sendable (JSONDocument, JSONDocument.Node) throws(MemberFault) -> Value,
        write: @escaping @Sendable (Value, inout JSONWriter) -> Void
    ) {
        self.shape = shape
        self.read = read
        self.write = write
    }

    /// Creates a form whose values are valid or invalid as a whole.
    /// - Parameter parse: Returns the value, or `nil` if it is not of the shape.
    @inline(__always)  // so that reading is one closure and not two
    init(
        _ shape: Shape, parse: @escaping @Sendable (JSONDocument, JSONDocument.Node) -> Value?,
        write: @escaping @Sendable (Value, inout JSONWriter) -> Void
    ) {
        self.init(shape) { json, node throws(MemberFault) in
            guard let value = parse(json, node) else { throw json.fault(node, of: shape) }
            return value
        } write: {
            write($0, &$1)
        }
    }

    /// Reads the value of a member: a fault names it.
    @inline(__always)
    func read(_ json: JSONDocument, _ node: JSONDocument.Node, named name: String) throws(MemberFault) -> Value {
        do throws(MemberFault) {
            return try read(json, node)
        } catch {
            throw error.within(name)
        }
    }

    /// The same form of another type, by two conversions that undo each other.
    func converted<Other>(
        _ read: @escaping @Sendable (Value) throws(MemberFault) -> Other, _ write: @escaping @Sendable (Other) -> Value
    ) -> Form<Other> {
        Form<Other>(shape) { json, node throws(MemberFault) in
            try read(try self.read(json, node))
        } write: {
            self.write(write($0), &$1)
        }
    }
}

extension JSONDocument {
    /// Returns the fault of a whole value that is not of a shape. It contains no content: details are published.
    func fault(_ node: Node, of shape: Shape) -> MemberFault {
        let kind = kind(of: node)
        let isOfKind = kind == shape.kind && (kind == .number || kind == .text)
        return MemberFault(
            "", expected: shape.expected,
            found: isOfKind ? (kind == .number ? "another number" : "another text") : kind.found)
    }

    /// Returns the fault of a whole value.
    func fault(_ node: Node, expected: String) -> MemberFault {
        MemberFault("", expected: expected, found: kind(of: node).found)
    }
}
