/// A capacity of a site against its need. Key: the number of the site.
enum CapacityStage: Stage {
    struct Input: Equatable, Sendable {
        /// The counts that need the capacity, by period.
        let counts: [Int]
        /// The capacity that one of them needs.
        let each: Double
        let have: Double?
    }

    static func compute(_ input: Input, _ tools: inout NoTools) -> LogisticsEstimate.Capacity {
        .init(need: input.counts.map { Double($0) * input.each }, have: input.have)
    }
}
