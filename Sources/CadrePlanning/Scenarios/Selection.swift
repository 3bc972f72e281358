/// Which elements are in and which pledges count: one reading of the plan. Source: MODEL § 3.
struct Selection: Equatable, Sendable {
    /// By index of element and of pledge.
    var elements: [Bool]
    var pledges: [Bool]

    /// The greatest sets of what may be in and may count such that what each member requires is in too.
    init(_ basis: Basis, elementMayBeIn: (Int) -> Bool, pledgeMayCount: (Int) -> Bool) {
        elements = Selection.closed(
            basis.elements.indices.map(elementMayBeIn), requires: { basis.elements[$0].requires })
        pledges = Selection.closed(
            basis.pledges.indices.map(pledgeMayCount), requires: { basis.pledges[$0].requires })
    }

    init(_ basis: Basis, scenario: Scenario) {
        self.init(
            basis,
            elementMayBeIn: { index in
                switch (scenario, basis.elements[index].element.decision) {
                case (_, .accepted): true
                case (.full, .undecided), (.full, .returned): true
                case (_, .undecided), (_, .returned), (_, .rejected): false
                }
            },
            pledgeMayCount: { index in
                let status = basis.pledges[index].pledge.status
                return scenario == .committed ? status.isFirm : status.isLive
            })
    }

    /// Whether a thing that names `element`, or none, is in.
    func isIn(_ element: Int?) -> Bool { element.map { elements[$0] } ?? true }

    /// Whether the mission itself must provide what may be hosted.
    func isOwn(_ hosting: Basis.Hosting) -> Bool {
        switch hosting {
        case .notHosted: true
        case .hosted(let element): element.map { elements[$0] } ?? false
        }
    }

    private static func closed(_ may: [Bool], requires: (Int) -> [Int]) -> [Bool] {
        var members = may
        var requiredBy: [Int: [Int]] = [:]
        for index in may.indices {
            for other in requires(index) { requiredBy[other, default: []].append(index) }
        }
        guard !requiredBy.isEmpty else { return may }
        var out = may.indices.filter { !may[$0] }
        while let index = out.popLast() {
            for other in requiredBy[index] ?? [] where members[other] {
                members[other] = false
                out.append(other)
            }
        }
        return members
    }
}
