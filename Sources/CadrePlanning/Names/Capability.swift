/// The skill of a person or a post: a dotted code such as `trainer.counter-ied`. Source: MODEL § 6.
public struct Capability: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let code: String

    public init(_ code: String) {
        self.code = code
    }

    public var description: String { code }

    /// Returns whether a person with the capability `offered` satisfies this one: it is the same, or a finer one.
    public func covers(_ offered: Capability) -> Bool {
        let mine = code.utf8
        let theirs = offered.code.utf8
        guard theirs.starts(with: mine) else { return false }
        guard theirs.count > mine.count else { return true }
        return theirs[theirs.index(theirs.startIndex, offsetBy: mine.count)] == UInt8(ascii: ".")
    }

    public static func < (a: Capability, b: Capability) -> Bool { bytesPrecede(a.code, b.code) }
}
