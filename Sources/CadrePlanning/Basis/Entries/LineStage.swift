/// The entry of a line, by its number.
enum LineStage: Stage {
    struct Input: Equatable, Sendable {
        let entity: Entity<Line>
        let horizon: Horizon
    }

    static func compute(_ input: Input, _ tools: inout BasisNumbers) -> LineEntry { LineEntry(input, &tools) }
}
