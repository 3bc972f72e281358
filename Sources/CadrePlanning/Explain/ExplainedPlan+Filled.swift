extension ExplainedPlan {
    /// Posts of a pledge told by name; the rest are only counted, so that a part stays a sentence.
    private static let groupsToldMax = 5

    /// Who sits where in a period, as the manning estimate has it: a period's seats depend on all before it.
    func seats(in period: Int, isStopped: () -> Bool) throws(Superseded) -> [Seat] {
        var solver = AssignmentSolver(eligibility: basis.eligibility)
        var seats: [Seat] = []
        for planned in plan.periods.prefix(period + 1) {
            seats = try solver.seats(
                AssignmentPeriod(basis, planned.groups, planned.supplies), totals: planned.totals, previous: seats,
                isStopped: isStopped)
        }
        return seats
    }

    /// Filled posts by pledge, in the order of calling up. Source: MODEL § 7.
    /// - Parameter seats: Of the same period.
    func filled(_ posts: Target.Posts, in period: Int, _ seats: [Seat]) -> Explanation {
        let planned = plan.periods[period]
        // In strict order: a pledge's most urgent posts are told first.
        var counted: [Int: (group: Group, rank: Int)] = [:]
        var total = 0
        for (rank, group) in planned.groups.enumerated() where posts.includes(group, basis) {
            counted[group.key] = (group, rank)
            total += group.filled
        }
        var seated: [Int: [(rank: Int, persons: Int, group: Group)]] = [:]
        for seat in seats {
            if let (group, rank) = counted[seat.key] {
                seated[seat.pledge, default: []].append((rank, seat.persons, group))
            }
        }
        let parts = planned.supplies.compactMap { supply in
            seated[supply.pledge].map { part(of: supply, in: $0.sorted { $0.rank < $1.rank }) }
        }
        return Explanation(value: .whole(total), unit: "persons", parts: parts)
    }

    private func part(
        of supply: AssignmentSupply, in seated: [(rank: Int, persons: Int, group: Group)]
    ) -> Explanation.Part {
        let pledge = basis.pledges[supply.pledge]
        let persons = seated.reduce(0) { $0 + $1.persons }
        var told = seated.prefix(ExplainedPlan.groupsToldMax).map { "\($0.persons) in \(label(of: $0.group))" }
        if seated.count > told.count {
            let others = seated.dropFirst(told.count)
            told.append("\(others.reduce(0) { $0 + $1.persons }) in \(others.count) more")
        }
        return Explanation.Part(
            label: "pledge \(pledge.id)", value: .whole(persons),
            basis: "\(persons) of \(supply.persons) at hand, \(pledge.pledge.status.rawValue): "
                + told.joined(separator: "; "),
            source: "MODEL § 7", event: provenance.event(.pledge, pledge.id.text))
    }
}
