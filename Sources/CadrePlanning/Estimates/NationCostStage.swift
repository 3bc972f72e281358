/// The cost of a nation's people. Key: the number of the nation.
enum NationCostStage: Stage {
    struct Input: Equatable, Sendable {
        /// The persons used, by period.
        let used: [Int]
        let rates: CostRates
    }

    static func compute(_ input: Input, _ tools: inout NoTools) -> [Double] { input.used.map(input.rates.personnel) }
}
