import CadrePlanning

/// An object, in the rows' own order.
extension Rows: JSONWritable where Value: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            for row in all { $0.member(row.name, row.value) }
        }
    }
}
