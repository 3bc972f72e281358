/// The references of a mission. One per mission.
enum ReferenceStage: Stage {
    struct Input: Equatable, Sendable {
        let mission: ID<Mission>
        let hqNames: NamedReferences
        let elements: [Entity<Element>]
        let sites: [Entity<Site>]
        let lines: [Entity<Line>]
        let courses: [Entity<Course>]
        let items: [Entity<EquipmentItem>]
        let demands: [Entity<Demand>]
        let runs: [Entity<Run>]
        let pledges: [Entity<Pledge>]
        let stocks: [Entity<StockCount>]
        let deliveries: [Entity<Delivery>]
        let factors: FactorTable

        init(_ table: EntityTable, mission: ID<Mission>, factors: FactorTable) {
            self.mission = mission
            hqNames = table.hqNames
            elements = table.elements
            sites = table.sites
            lines = table.lines
            courses = table.courses
            items = table.items
            demands = table.demands
            runs = table.runs
            pledges = table.pledges
            stocks = table.stocks
            deliveries = table.deliveries
            self.factors = factors
        }
    }

    /// Returns the references of the entities.
    /// - Parameter tools: The numbers of the entities, to write their ids.
    static func compute(_ input: Input, _ tools: inout EntityNumbers) -> References {
        References(input, tools)
    }
}
