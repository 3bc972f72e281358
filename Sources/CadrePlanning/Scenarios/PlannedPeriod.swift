extension ScenarioPlan {
    /// One period as it was planned.
    ///
    /// A class of constants: most periods of a plan are those of the plan before, and are passed on by reference.
    final class Period: Sendable {
        /// In the strict order of MODEL § 7, with what is filled.
        let groups: [Group]
        /// Pledges at hand, in the order of calling up.
        let supplies: [AssignmentSupply]
        let totals: AssignmentTotals
        /// One way to keep the totals; empty where only the fill is known.
        let placed: [Placed]
        /// Host-nation instructors at hand, by stock; and at work, by entry of the runs active in the period.
        let hostInstructors: [Int]
        let local: [Int]
        /// By site: persons there, and students who live there.
        let population: [Int]
        /// By site: rooms in use.
        let classrooms: [Int]
        /// By own run active in the period: instructors needed, local and filled.
        let instructors: [Instructors]
        /// Of all groups.
        let filledInAll: Int
        /// By priority 1 … 5, at all sites.
        let gaps: [Int]

        init(
            groups: [Group], supplies: [AssignmentSupply], totals: AssignmentTotals, placed: [Placed],
            hostInstructors: [Int], local: [Int], population: [Int], classrooms: [Int], instructors: [Instructors],
            filledInAll: Int, gaps: [Int]
        ) {
            self.groups = groups
            self.supplies = supplies
            self.totals = totals
            self.placed = placed
            self.hostInstructors = hostInstructors
            self.local = local
            self.population = population
            self.classrooms = classrooms
            self.instructors = instructors
            self.filledInAll = filledInAll
            self.gaps = gaps
        }

        /// The same posts and fill, by other people.
        func filled(by supplies: [AssignmentSupply], _ totals: AssignmentTotals, _ placed: [Placed]) -> Period {
            Period(
                groups: groups, supplies: supplies, totals: totals, placed: placed, hostInstructors: hostInstructors,
                local: local, population: population, classrooms: classrooms, instructors: instructors,
                filledInAll: filledInAll, gaps: gaps)
        }

        /// Whether posts, fill, students, instructors and rooms are another period's.
        func isClosed(as other: Period) -> Bool {
            groups == other.groups && population == other.population && classrooms == other.classrooms
                && instructors == other.instructors
        }
    }
}
