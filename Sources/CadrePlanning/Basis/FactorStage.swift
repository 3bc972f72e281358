/// The factor table of a mission. One per mission.
enum FactorStage: Stage {
    struct Input: Equatable, Sendable {
        let defaults: [SourcedFactor]
        let set: [SourcedFactor]
    }

    static func compute(_ input: Input, _ tools: inout NoTools) -> FactorTable {
        FactorTable(defaults: input.defaults, set: input.set)
    }
}
