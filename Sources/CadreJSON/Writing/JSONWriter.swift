/// Writes JSON text into bytes, front to back, without building a tree of values.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.object {
///     $0.member("mission", "ntm-i")
///     $0.member("filled", [56, 56, 59])
///     $0.member("alerts") { $0.array { _ in } }
/// }
/// publish(writer.bytes)
/// ```
/// Commas and colons are added automatically. Members keep the order in which they are written, so equal values give
/// equal bytes: published documents are compared by their bytes. The caller ensures that each name occurs once per
/// object and that a value follows each name.
public struct JSONWriter: Sendable {
    /// The text written so far; JSON once every object and array is closed.
    public internal(set) var bytes: [UInt8]
    /// Whether a value precedes the next one in the same object or array.
    private var followsValue = false
    /// The rows that may be copied from the last encoding, or `nil` if every row is written.
    package var recording: RowRecording?

    /// Creates a writer.
    /// - Parameter capacity: The number of bytes to reserve; a value near the final size saves copies.
    public init(capacity: Int = 256) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// Writes one object; `members` writes its content.
    public mutating func object<Failure: Error>(
        _ members: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        open(UInt8(ascii: "{"))
        try members(&self)
        close(UInt8(ascii: "}"))
    }

    /// Writes one array; `elements` writes its content.
    public mutating func array<Failure: Error>(
        _ elements: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        open(UInt8(ascii: "["))
        try elements(&self)
        close(UInt8(ascii: "]"))
    }

    /// Writes the name of a member; the caller then writes its value.
    public mutating func name(_ name: String) {
        separate()
        appendText(name)
        bytes.append(UInt8(ascii: ":"))
        followsValue = false
    }

    /// Returns the bytes of a member's name, as `name(encoded:)` takes them.
    public static func encodedName(_ name: String) -> [UInt8] {
        var writer = JSONWriter(capacity: name.utf8.count + 3)
        writer.name(name)
        return writer.bytes
    }

    /// Writes the name of a member that was encoded before; the caller then writes its value.
    public mutating func name(encoded name: [UInt8]) {
        separate()
        bytes.append(contentsOf: name)
        followsValue = false
    }

    /// Writes one member; `value` writes its value.
    public mutating func member<Failure: Error>(
        _ name: String, _ value: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        self.name(name)
        try value(&self)
    }

    /// Writes one member.
    public mutating func member(_ name: String, _ value: some JSONWritable) {
        self.name(name)
        value.write(to: &self)
    }

    /// Writes one value.
    public mutating func value(_ value: some JSONWritable) {
        value.write(to: &self)
    }

    /// Writes `null`.
    public mutating func null() {
        literal("null")
    }

    /// Writes one value that is already JSON, or members that are (`"a":1,"b":2`), byte for byte. Nothing is checked.
    public mutating func raw(_ json: some Collection<UInt8>) {
        separate()
        bytes.append(contentsOf: json)
        followsValue = true
    }

    mutating func literal(_ text: StaticString) {
        separate()
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
        followsValue = true
    }

    /// Writes a value with `append`, which receives the bytes after any comma that is due.
    mutating func scalar(_ append: (inout JSONWriter) -> Void) {
        separate()
        append(&self)
        followsValue = true
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        followsValue = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        followsValue = true
    }

    private mutating func separate() {
        if followsValue { bytes.append(UInt8(ascii: ",")) }
    }
}
