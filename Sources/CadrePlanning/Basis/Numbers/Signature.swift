/// The properties on which a pledge's caveats can depend: groups of posts with one signature are equivalent for every
/// nation.
struct Signature: Hashable, Sendable {
    var capability: Int
    /// The number of the site.
    var site: Int
    var audience: ID<Audience>?
    /// The number of the element.
    var element: Int?
}
