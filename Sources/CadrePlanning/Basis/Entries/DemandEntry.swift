/// A demand, in numbers. Source: MODEL § 4.
final class DemandEntry: Equatable, Sendable {
    let number: Int
    let id: ID<Demand>
    let demand: Demand
    let course: CourseEntry
    let site: Int?
    let element: Int?
    /// Whether the demand touches the horizon.
    let isWithinHorizon: Bool
    /// The signatures by instructor entry of its course; empty if it names no site.
    let signatures: [Int]

    init(_ input: DemandStage.Input, _ numbers: inout BasisNumbers) {
        let demand = input.entity.value
        number = input.entity.number
        id = input.entity.id
        self.demand = demand
        course = input.course
        site = demand.site.flatMap { numbers.entities.sites.known($0) }
        element = demand.element.flatMap { numbers.entities.elements.known($0) }
        isWithinHorizon = !input.horizon.touched(from: demand.from, until: demand.by).isEmpty
        if let site {
            signatures = input.course.signatures(site: site, audience: demand.audience, element: element, &numbers)
        } else {
            signatures = []
        }
    }

    static func == (a: DemandEntry, b: DemandEntry) -> Bool {
        a === b
            || (a.number == b.number && a.id == b.id && a.demand == b.demand && a.course == b.course
                && a.isWithinHorizon == b.isWithinHorizon && a.signatures == b.signatures)
    }
}
