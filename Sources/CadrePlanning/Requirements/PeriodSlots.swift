/// Lines and runs by period: lines and entries of runs in the strict order of MODEL § 7. Enabling posts join them later,
/// because their priority may differ from period to period.
struct PeriodSlots: Equatable, Sendable {
    /// The slots of each period.
    var slots: [[Slot]]
    /// The runs at work, by period, in the order of ``TrainingPlan/runs``; those that others provide, too.
    var runs: [[CourseRun]]
    /// The index of the run's first slot, by period and run at work, or -1 if it has none.
    var firstSlots: [[Int]]
}
