/// A line of the statement of requirements, in numbers. Source: MODEL § 6.
final class LineEntry: Equatable, Sendable {
    let number: Int
    let id: ID<Line>
    let site: Int
    let capability: Int
    let posts: Int
    /// The periods in which it is active.
    let window: Range<Int>
    let priority: Int
    let element: Int?
    let signature: Int

    init(_ input: LineStage.Input, _ numbers: inout BasisNumbers) {
        let line = input.entity.value
        number = input.entity.number
        id = input.entity.id
        site = numbers.entities.sites.known(line.site) ?? 0
        capability = numbers.capabilities.number(of: line.capability)
        posts = line.posts
        window = input.horizon.touched(from: line.from, until: line.until)
        priority = line.priority
        element = line.element.flatMap { numbers.entities.elements.known($0) }
        signature = numbers.network.number(of: Signature(capability: capability, site: site, element: element))
    }

    static func == (a: LineEntry, b: LineEntry) -> Bool {
        a === b
            || (a.number == b.number && a.posts == b.posts && a.window == b.window && a.priority == b.priority
                && a.signature == b.signature && a.id == b.id)
    }
}
