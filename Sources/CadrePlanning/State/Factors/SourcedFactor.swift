/// A factor with where its value comes from.
public struct SourcedFactor: Hashable, Sendable {
    public var factor: Factor
    /// A public source in a few words, or `planning assumption`; empty where the event gave none.
    public var source: String
    /// The name and version of the set to which the value belongs; empty if the event names none.
    public var set: String

    public init(factor: Factor, source: String, set: String = "") {
        self.factor = factor
        self.source = source
        self.set = set
    }
}
