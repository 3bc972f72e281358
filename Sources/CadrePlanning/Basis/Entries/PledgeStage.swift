/// The entry of a pledge, by its number.
enum PledgeStage: Stage {
    static func compute(_ input: Entity<Pledge>, _ tools: inout BasisNumbers) -> PledgeEntry {
        PledgeEntry(input, &tools)
    }
}
