/// An element, in numbers. Source: MODEL § 3.
struct ElementEntry: Equatable, Sendable {
    let number: Int
    let id: ID<Element>
    let decision: Element.Decision
    let likelihood: Double?
    let requires: [Int]

    init(_ entity: Entity<Element>) {
        number = entity.number
        id = entity.id
        decision = entity.value.decision
        likelihood = entity.value.likelihood
        requires = entity.names.binding.compactMap {
            if case .entity(.element, let number) = $0 { number } else { nil }
        }
    }
}
