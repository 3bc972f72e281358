/// The identifier of an entity of one kind (`ID<Site>`, `ID<Course>` …), as the contract has checked it.
///
/// Ids compare by their UTF-8 bytes (MODEL, notation), never by what looks alike.
public struct ID<Of>: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    public var description: String { text }

    public static func < (a: ID, b: ID) -> Bool { bytesPrecede(a.text, b.text) }
}

/// Whether `a` comes before `b` in the order of their UTF-8 bytes; `String`'s own order is Unicode's.
public func bytesPrecede(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
}

/// A country, by its ISO 3166-1 alpha-3 code, or `X` and two letters for those with none.
public enum Nation: Sendable {}
/// What runs a course is for: a plain code such as `army`.
public enum Audience: Sendable {}
/// An ISO 4217 code.
public enum Currency: Sendable {}
/// What a commodity factor describes.
public enum CommodityName: Sendable {}
/// What a rule factor describes.
public enum RuleName: Sendable {}
/// What a fund factor describes.
public enum FundName: Sendable {}
/// A delivery that a site reported.
public enum DeliveryName: Sendable {}
