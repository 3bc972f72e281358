/// One period as it was planned.
///
/// A class of constants: most periods of a plan are those of the previous plan, and are passed on by reference.
final class PlannedPeriod: Equatable, Sendable {
    /// The groups in the strict order.
    let groups: [Group]
    /// Filled posts, by group.
    let filled: [Int]
    /// The available pledges, in the order of calling up.
    let supplies: [AssignmentSupply]
    /// The persons used, by supply; empty in a plan that only fills.
    let used: [Int]
    let usedInTheatre: [Int]
    let given: GivenPosts
    /// The enabling posts by site in theatre, in the order of ids.
    let enabling: [PeriodGroupStage.Site]
    let teaching: Teaching
    let slots: [Slot]
    /// The runs at work.
    let runs: [CourseRun]

    init(
        groups: [Group], totals: AssignmentTotals, supplies: [AssignmentSupply], given: GivenPosts,
        enabling: [PeriodGroupStage.Site], teaching: Teaching, slots: [Slot], runs: [CourseRun]
    ) {
        self.groups = groups
        filled = totals.filled
        self.supplies = supplies
        used = totals.used
        usedInTheatre = totals.usedInTheatre
        self.given = given
        self.enabling = enabling
        self.teaching = teaching
        self.slots = slots
        self.runs = runs
    }

    static func == (a: PlannedPeriod, b: PlannedPeriod) -> Bool {
        a === b
            || (a.given == b.given && a.teaching == b.teaching && a.groups == b.groups && a.filled == b.filled
                && a.supplies == b.supplies && a.used == b.used && a.usedInTheatre == b.usedInTheatre
                && a.enabling == b.enabling && a.slots == b.slots && a.runs == b.runs)
    }

    func gap(_ index: Int) -> Int { groups[index].posts - filled[index] }
}
