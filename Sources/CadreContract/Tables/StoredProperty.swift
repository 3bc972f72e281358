/// A property of a value, accessed by its offset in memory if it has one: a key path takes ten times as long.
struct StoredProperty<Root, Value>: Sendable {
    typealias Path = WritableKeyPath<Root, Value> & Sendable

    private let path: Path
    /// The bytes before the property, or `nil` if it is computed.
    private let offset: Int?

    init(_ path: Path) {
        self.path = path
        offset = MemoryLayout<Root>.offset(of: path)
    }

    @inline(__always)
    func value(of root: Root) -> Value {
        guard let offset else { return root[keyPath: path] }
        return withUnsafePointer(to: root) {
            // `MemoryLayout.offset(of:)` returns the offset of a `Value` that is stored within a `Root`.
            (UnsafeRawPointer($0) + offset).assumingMemoryBound(to: Value.self).pointee
        }
    }

    @inline(__always)
    func set(_ root: inout Root, _ value: Value) {
        guard let offset else {
            root[keyPath: path] = value
            return
        }
        withUnsafeMutablePointer(to: &root) {
            // As above; all of `Root` is initialized, so that assigning releases the previous value.
            (UnsafeMutableRawPointer($0) + offset).assumingMemoryBound(to: Value.self).pointee = value
        }
    }
}
