/// The reasons why people are not used in one period. Source: MODEL § 7.
struct SurplusReasons {
    private let input: Seating.SurplusStage.Input
    private let numbers: BasisNumbers
    /// The groups with an empty post, in the strict order of their first empty posts.
    private let short: [Group]

    /// The reasons by index.
    static let all = Caveats.Name.allCases.map(ManningEstimate.Reason.caveat) + [.noPostNeedsIt]

    init(_ input: Seating.SurplusStage.Input, _ numbers: BasisNumbers) {
        self.input = input
        self.numbers = numbers
        let groups = input.assignment.groups
        let filled = input.totals.filled
        // Enabling posts of one site and priority are filled in step: their first empty posts are in the order of levels.
        var ranked: [(block: Int, level: Int, index: Int)] = []
        var block = 0
        for (index, group) in groups.enumerated() {
            var level = 0
            if case .enabling = group.kind {
                let isSameBlock =
                    index > 0 && groups[index - 1].site == group.site && groups[index - 1].priority == group.priority
                    && groups[index - 1].isEnabling
                if !isSameBlock { block += 1 }
                level = group.posts > 0 ? 10 * filled[index] / group.posts : 0
            } else {
                block += 1
            }
            if filled[index] < group.posts { ranked.append((block, level, index)) }
        }
        short = ranked.sorted { ($0.block, $0.level, $0.index) < ($1.block, $1.level, $1.index) }
            .map { groups[$0.index] }
    }

    /// Returns the persons not used, by pledge and reason as one number, ascending.
    func unused() -> [Spans.Entry] {
        var known: [Int: Int] = [:]
        var found: [Spans.Entry] = []
        for (index, supply) in input.assignment.supplies.enumerated() {
            let persons = supply.persons - input.totals.used[index]
            guard persons > 0 else { continue }
            let reason = known[supply.pledgeClass] ?? reason(supply.pledgeClass)
            known[supply.pledgeClass] = reason
            found.append(Spans.Entry(key: supply.pledge * SurplusReasons.all.count + reason, persons: persons))
        }
        return found.sorted { $0.key < $1.key }
    }

    private func reason(_ pledgeClass: Int) -> Int {
        let offered = numbers.network.classes.keys[pledgeClass].capabilities
        let first = short.first { group in
            offered.contains { numbers.capabilities.coveredBy[$0].contains(group.capability) }
        }
        guard let first, let name = numbers.network.bar(pledgeClass: pledgeClass, signature: first.signature) else {
            return SurplusReasons.all.count - 1
        }
        return Caveats.Name.allCases.firstIndex(of: name) ?? 0
    }
}
