/// Posts of one kind in one period: a line, a run's entry, or an enabling capability of a site. Source: MODEL § 6.
struct Group: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        case line(Int)
        /// Index among the scenario's runs, and the instructor entry.
        case course(run: Int, entry: Int)
        /// Place among the enabling capabilities.
        case enabling(Int)
    }

    let kind: Kind
    let key: Int
    let signature: Int
    let site: Int
    /// Index of the basis.
    let capability: Int
    let priority: Int
    let posts: Int
    var filled = 0

    var gap: Int { posts - filled }

    /// Whether it asks for so many of the same people as another one does.
    func asksAlike(_ other: Group) -> Bool { signature == other.signature && posts == other.posts }
}
