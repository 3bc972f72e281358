/// Figures by name, in the order of the names' bytes.
public struct Rows<Value: Equatable & Sendable>: Equatable, Sendable {
    public struct Row: Equatable, Sendable {
        public var name: String
        public var value: Value
    }

    public private(set) var all: [Row]

    /// Creates rows.
    /// - Parameter rows: The rows in any order; no name twice.
    public init(_ rows: [(String, Value)] = []) {
        all = rows.map { Row(name: $0.0, value: $0.1) }.sorted { bytesPrecede($0.name, $1.name) }
    }

    /// O(log n).
    public subscript(name: String) -> Value? {
        place(of: name).map { all[$0].value }
    }

    /// Returns the index of a name in `all`, or `nil` for an unknown name. O(log n).
    func place(of name: String) -> Int? {
        let place = all.partitioningIndex(where: { !bytesPrecede($0.name, name) })
        return place < all.count && all[place].name == name ? place : nil
    }
}
