/// A run given by event, in numbers, with the values that it inherits from its demand. Source: MODEL § 4.
final class RunEntry: Equatable, Sendable {
    let number: Int
    let id: ID<Run>
    let run: Run
    let course: CourseEntry
    let site: Int
    let demand: Int?
    let element: Int?
    let audience: ID<Audience>?
    let priority: Int
    let isMobile: Bool
    /// The first and last period, not clamped.
    let first: Int
    let last: Int
    let seats: Int
    /// The period in which a completed run graduated, not clamped.
    let endPeriod: Int
    let signatures: [Int]

    init(_ input: RunStage.Input, _ numbers: inout BasisNumbers) {
        let run = input.entity.value
        let demand = input.demand
        number = input.entity.number
        id = input.entity.id
        self.run = run
        course = input.course
        site = numbers.entities.sites.known(run.site) ?? 0
        self.demand = demand?.number
        element = run.element.map { numbers.entities.elements.known($0) } ?? demand?.element
        audience = run.audience ?? demand?.demand.audience
        priority = run.priority ?? demand?.demand.priority ?? 3
        isMobile = run.delivery.map { $0 == .mobileTeam } ?? (demand?.demand.delivery == .mobileTeam)
        first = input.horizon.period(of: run.start)
        last = first + input.course.duration - 1
        seats = run.seats ?? input.course.seats
        endPeriod = run.end.map { input.horizon.period(of: $0) } ?? last
        signatures = input.course.signatures(site: site, audience: audience, element: element, &numbers)
    }

    static func == (a: RunEntry, b: RunEntry) -> Bool {
        a === b
            || (a.number == b.number && a.id == b.id && a.run == b.run && a.course == b.course
                && a.demand == b.demand && a.element == b.element && a.audience == b.audience
                && a.priority == b.priority && a.isMobile == b.isMobile && a.first == b.first
                && a.signatures == b.signatures && a.endPeriod == b.endPeriod)
    }
}
