/// The elements that are in and the pledges that count, by number: one reading of the plan. Source: MODEL § 3.
struct Selection: Equatable, Sendable {
    var elements: [Bool]
    var pledges: [Bool]

    /// Creates the greatest sets of elements that may be in and pledges that may count such that whatever each member
    /// requires is a member, too.
    init(_ basis: Basis, elementMayBeIn: (ElementEntry) -> Bool, pledgeMayCount: (PledgeEntry) -> Bool) {
        elements = Array(repeating: false, count: basis.numbers.entities.elements.count)
        for entry in basis.elements { elements[entry.number] = elementMayBeIn(entry) }
        pledges = Array(repeating: false, count: basis.numbers.entities.pledges.count)
        for entry in basis.pledges { pledges[entry.number] = pledgeMayCount(entry) }
        Selection.close(&elements, basis.elements.lazy.map { ($0.number, $0.requires) })
        Selection.close(&pledges, basis.pledges.lazy.map { ($0.number, $0.requires) })
    }

    init(_ basis: Basis, scenario: Scenario) {
        self.init(
            basis,
            elementMayBeIn: { entry in
                switch scenario {
                case .committed, .offered: entry.decision == .accepted
                case .full: entry.decision != .rejected
                }
            },
            pledgeMayCount: { entry in
                scenario == .committed ? entry.pledge.status.isFirm : entry.pledge.status.isLive
            })
    }

    /// Returns whether a thing that names `element`, or none, is in.
    func isIn(_ element: Int?) -> Bool { element.map { $0 < elements.count && elements[$0] } ?? true }

    /// Returns whether the mission itself must provide a service.
    func isOwn(_ hosting: SiteEntry.Hosting) -> Bool {
        switch hosting {
        case .notHosted: true
        case .hosted(let element): element.map { isIn($0) } ?? false
        }
    }

    private static func close(_ members: inout [Bool], _ requirements: some Sequence<(Int, [Int])>) {
        var requiredBy: [Int: [Int]] = [:]
        var out: [Int] = []
        for (number, requires) in requirements {
            for other in requires { requiredBy[other, default: []].append(number) }
            for other in requires where !members[other] { out.append(other) }
        }
        guard !requiredBy.isEmpty else { return }
        while let number = out.popLast() {
            for other in requiredBy[number] ?? [] where members[other] {
                members[other] = false
                out.append(other)
            }
        }
    }
}
