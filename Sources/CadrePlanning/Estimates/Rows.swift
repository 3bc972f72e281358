/// Figures by name, in the order of the names' bytes.
public struct Rows<Value: Equatable & Sendable>: Equatable, Sendable {
    public struct Row: Equatable, Sendable {
        public var name: String
        public var value: Value
    }

    public private(set) var all: [Row]

    /// - Parameter rows: In any order; no name twice.
    public init(_ rows: [(String, Value)] = []) {
        all = rows.map { Row(name: $0.0, value: $0.1) }.sorted { bytesPrecede($0.name, $1.name) }
    }

    /// O(log n).
    public subscript(name: String) -> Value? {
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if bytesPrecede(all[middle].name, name) { low = middle + 1 } else { high = middle }
        }
        return low < all.count && all[low].name == name ? all[low].value : nil
    }
}
