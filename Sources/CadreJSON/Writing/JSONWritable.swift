/// A type that can write itself as one JSON value.
public protocol JSONWritable {
    /// Writes exactly one value.
    func write(to writer: inout JSONWriter)

    /// Writes a list of such values. The default implementation writes one at a time; numbers have a faster one.
    static func write(_ values: [Self], to writer: inout JSONWriter)
}

extension JSONWritable {
    public static func write(_ values: [Self], to writer: inout JSONWriter) {
        writer.array {
            for value in values { value.write(to: &$0) }
        }
    }
}

extension Int: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.number { $0.append(self) }
    }

    public static func write(_ values: [Int], to writer: inout JSONWriter) {
        writer.series(values)
    }
}

extension UInt64: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.number { $0.append(self) }
    }
}

/// Writes the shortest text that reads back as the same number, a whole one as an integer; `null` for NaN and
/// infinities.
extension Double: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.number { $0.append(self) }
    }

    public static func write(_ values: [Double], to writer: inout JSONWriter) {
        writer.series(values)
    }
}

extension Bool: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.literal(self ? "true" : "false")
    }
}

extension String: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.scalar { $0.appendText(self) }
    }
}

/// Writes `null` for `nil`; a member to omit is not written at all.
extension Optional: JSONWritable where Wrapped: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        switch self {
        case .some(let value): value.write(to: &writer)
        case .none: writer.null()
        }
    }
}

extension Array: JSONWritable where Element: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        Element.write(self, to: &writer)
    }
}

/// Writes an object with its names in the order of their bytes: a dictionary's own order differs between runs.
extension Dictionary: JSONWritable where Key == String, Value: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            for (name, value) in sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                $0.member(name, value)
            }
        }
    }
}

/// Writes the value as received, byte for byte.
extension JSONValue: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.raw(source)
    }
}
