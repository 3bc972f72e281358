import CadreJSON

/// Values as JSON text.
enum JSONBytes {
    static func of(_ value: some JSONWritable) -> [UInt8] {
        var writer = JSONWriter()
        writer.value(value)
        return writer.bytes
    }
}
