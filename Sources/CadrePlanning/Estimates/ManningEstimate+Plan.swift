extension ManningEstimate {
    /// Source: CONTRACT § 4, MODEL § 7.
    init(_ basis: Basis, _ plan: ScenarioPlan, _ seating: Seating) {
        let labels = plan.stages.keys.keys
        let width = max(1, labels.count)
        var seated = Spans()
        var unused = Spans()
        for (number, assignments) in seating.assignments.enumerated() {
            seated.add(
                assignments.map { Spans.Entry(key: $0.pledge * width + $0.key, persons: $0.persons) }
                    .sorted { $0.key < $1.key }, in: number)
            unused.add(seating.surplus[number], in: number)
        }
        var rank = Array(repeating: 0, count: basis.numbers.entities.pledges.count)
        for (place, entry) in basis.pledges.enumerated() { rank[entry.number] = place }
        let texts = labels.map { $0.text(basis) }
        // By pledge, then group, in the order of their names; then by begin.
        let groupRank = ManningEstimate.ranks(texts)
        let ids = basis.numbers.entities.pledges.keys
        assignments = seated.all.map { (rank[$0.key / width], groupRank[$0.key % width], $0) }
            .sorted { ($0.0, $0.1, $0.2.from) < ($1.0, $1.1, $1.2.from) }
            .map { _, _, span in
                Assignment(
                    pledge: ids[span.key / width], group: texts[span.key % width], from: span.from, until: span.until,
                    persons: span.persons)
            }
        let reasons = SurplusReasons.all
        surplus = unused.all.map { (rank[$0.key / reasons.count], $0) }
            .sorted { ($0.0, $0.1.key, $0.1.from) < ($1.0, $1.1.key, $1.1.from) }
            .map { _, span in
                Surplus(
                    pledge: ids[span.key / reasons.count], reason: reasons[span.key % reasons.count], from: span.from,
                    until: span.until, persons: span.persons)
            }
    }

    private static func ranks(_ texts: [String]) -> [Int] {
        var ranks = Array(repeating: 0, count: texts.count)
        for (rank, index) in texts.indices.sorted(by: { bytesPrecede(texts[$0], texts[$1]) }).enumerated() {
            ranks[index] = rank
        }
        return ranks
    }
}
