import CadreJSON
import CadrePlanning

extension ID: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        text.write(to: &writer)
    }
}

/// `YYYY-MM-DD`.
extension Day: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        text.write(to: &writer)
    }
}

/// RFC 3339 in UTC.
extension Instant: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        text.write(to: &writer)
    }
}
