/// `training.<scenario>`. Source: CONTRACT § 4, MODEL §§ 4 and 5.
public struct TrainingEstimate: Equatable, Sendable {
    public struct Graduates: Equatable, Sendable {
        public var wanted: Int
        /// Graduates that a demand asks for. Source: MODEL § 4.
        public var expected: Double
        /// Graduates that no demand asks for.
        public var others: Double
        /// All graduates, by the period in which they graduate.
        public var graduates: [Double]
    }

    /// Instructor posts of a course's active own runs, a period.
    public struct Instructors: Equatable, Sendable {
        /// Σ need.
        public var required: [Int]
        /// Host-nation instructors at work.
        public var local: [Int]
        /// The posts filled by pledges, without host-nation instructors.
        public var filled: [Int]
    }

    public struct RunRow: Equatable, Sendable {
        /// The run's id, or `DEMAND#n` of a planned one.
        public var run: String
        public var demand: ID<Demand>?
        public var course: ID<Course>
        public var site: ID<Site>
        /// The organisation that gives the run instead of the mission, or `nil`.
        public var provider: String?
        /// Periods, not clamped to the horizon.
        public var first: Int
        public var last: Int
        public var seats: Int
        /// The mean of the shares that can be taught in its periods within the horizon, 0…1.
        public var staffing: Double
        public var graduates: Double
    }

    public var byCourse: Rows<Graduates>
    public var byLevel: Rows<Graduates>
    public var byAudience: Rows<Graduates>
    /// The instructors by course.
    public var instructors: Rows<Instructors>
    public var runs: [RunRow]
    /// Stock of host-nation instructors at the start of each period, by capability.
    public var hostInstructors: Rows<[Double]>
    public var infeasible: [ID<Demand>]
}
