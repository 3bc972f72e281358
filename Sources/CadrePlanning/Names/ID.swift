/// The identifier of an entity of one kind (`ID<Site>`, `ID<Course>` …), as the contract has checked it.
///
/// Ids compare by their UTF-8 bytes (MODEL, notation), never by their look.
public struct ID<Of>: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    public var description: String { text }

    public static func < (a: ID, b: ID) -> Bool { bytesPrecede(a.text, b.text) }
}

/// Returns whether `a` precedes `b` in the order of their UTF-8 bytes; `String`'s own order is Unicode's.
public func bytesPrecede(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
}
