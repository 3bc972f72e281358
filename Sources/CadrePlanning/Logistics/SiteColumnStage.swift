/// The columns of all sites. One per scenario.
enum SiteColumnStage: Stage {
    struct Input: Equatable, Sendable {
        /// The teaching of each period.
        let teaching: [Teaching]
        /// The number of sites.
        let sites: Int
    }

    static func compute(_ input: Input, _ tools: inout NoTools) -> SiteColumns {
        let none = Array(repeating: 0, count: input.teaching.count)
        var columns = SiteColumns(
            population: Array(repeating: none, count: input.sites),
            classrooms: Array(repeating: none, count: input.sites))
        for (period, teaching) in input.teaching.enumerated() {
            for site in 0..<input.sites {
                columns.population[site][period] = teaching.population[site]
                columns.classrooms[site][period] = teaching.classrooms[site]
            }
        }
        return columns
    }

    /// Keeps the storage of sites that stay as they are.
    static func update(
        _ output: SiteColumns, from old: Input, to new: Input, _ tools: inout NoTools
    ) -> SiteColumns {
        var columns = compute(new, &tools)
        for site in 0..<min(columns.population.count, output.population.count) {
            if columns.population[site] == output.population[site] {
                columns.population[site] = output.population[site]
            }
            if columns.classrooms[site] == output.classrooms[site] {
                columns.classrooms[site] = output.classrooms[site]
            }
        }
        return columns
    }
}
