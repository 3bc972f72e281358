/// Lines and runs by period: lines and entries of runs in the strict order of MODEL § 7. Enabling posts join them later,
/// because their priority may differ from period to period.
struct PeriodSlots: Equatable, Sendable {
    let slots: PeriodLists<Group.Kind, Slot>
    /// The runs at work, in the order of ``TrainingPlan/runs``; those that others provide, too.
    let runs: PeriodLists<Int, CourseRun>
}
