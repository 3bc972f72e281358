/// The slots of the runs of a demand, or of a given run: by run, then entry. Key: see ``TrainingPlan/Block/key``.
enum RunSlotStage: Stage {
    struct Input: Equatable, Sendable {
        let runs: [CourseRun]
        /// Whether the site of the runs is in theatre.
        let inTheatre: Bool
    }

    static func compute(_ input: Input, _ tools: inout GroupKeys) -> [[Slot]] {
        input.runs.map { run in
            guard !run.isProvided else { return [] }
            return run.needs.indices.map { entry in
                Slot(
                    run, entry: entry, key: tools.number(of: GroupLabel(run, entry: entry)), inTheatre: input.inTheatre)
            }
        }
    }
}
