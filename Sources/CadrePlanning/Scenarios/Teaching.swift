/// The teaching of one period: what each run can teach, and who lives and works where. Source: MODEL § 4.
final class Teaching: Equatable, Sendable {
    /// One run in the period.
    struct Run: Equatable, Sendable {
        /// The reason why the run cannot be taught in full.
        enum Limit: Equatable, Sendable {
            case none
            /// The posts of an instructor entry are not all filled.
            case entry(Int)
            /// A gate holds down the foreign instructors of an entry: the index of the gating capability.
            case gate(place: Int, entry: Int)
        }

        /// The share that can be taught, 0…1.
        let ratio: Double
        let limit: Limit
    }

    /// A gate below 1. Source: MODEL § 4, gates.
    struct Gate: Equatable, Sendable {
        let site: Int
        /// The index of the capability among the rules' capabilities.
        let place: Int
        /// The values for priorities 1 … 5.
        let values: [Double]
    }

    /// The instructors of a course's own runs.
    struct Instructors: Equatable, Sendable {
        let course: Int
        var need: Int
        var local: Int
        var filled: Int
    }

    /// The runs in the order of the period's runs.
    let runs: [Run]
    let gates: [Gate]
    /// The instructors in the order in which the courses occur.
    let instructors: [Instructors]
    /// Filled posts and students who live there, by the number of the site.
    let population: [Int]
    /// Classrooms in use, by the number of the site.
    let classrooms: [Int]
    /// Filled posts at all sites.
    let filled: Int

    init(
        runs: [Run], gates: [Gate], instructors: [Instructors], population: [Int], classrooms: [Int], filled: Int
    ) {
        self.filled = filled
        self.runs = runs
        self.gates = gates
        self.instructors = instructors
        self.population = population
        self.classrooms = classrooms
    }

    static func == (a: Teaching, b: Teaching) -> Bool {
        a === b
            || (a.runs == b.runs && a.gates == b.gates && a.instructors == b.instructors
                && a.population == b.population && a.classrooms == b.classrooms && a.filled == b.filled)
    }
}
