/// The slot of a line. Key: the number of the line.
enum LineSlotStage: Stage {
    struct Input: Equatable, Sendable {
        let line: LineEntry
        let rules: LineRules
        /// Whether its site is in theatre.
        let inTheatre: Bool
    }

    static func compute(_ input: Input, _ tools: inout GroupKeys) -> Slot {
        Slot(
            input.line, input.rules, key: tools.number(of: .line(input.line.number)), inTheatre: input.inTheatre)
    }
}
