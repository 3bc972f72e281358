/// `training.<scenario>`. Source: CONTRACT § 4, MODEL §§ 4 and 5.
public struct TrainingEstimate: Equatable, Sendable {
    public struct Graduates: Equatable, Sendable {
        public var wanted: Int
        public var expected: Double
        /// By the period in which they graduate.
        public var graduates: [Double]
    }

    /// Instructor posts of a course's active own runs, a period.
    public struct Instructors: Equatable, Sendable {
        /// Σ need.
        public var required: [Int]
        /// Host-nation instructors at work.
        public var local: [Int]
        /// Pledged ones, alone.
        public var filled: [Int]
    }

    public struct RunRow: Equatable, Sendable {
        /// The run's id, or `DEMAND#n` of a planned one.
        public var run: String
        public var demand: ID<Demand>?
        public var course: ID<Course>
        public var site: ID<Site>
        /// Periods, not clamped to the horizon.
        public var first: Int
        public var last: Int
        public var seats: Int
        /// In its last period within the horizon, 0…1.
        public var staffing: Double
        public var graduates: Double
    }

    public var byCourse: Rows<Graduates>
    public var byLevel: Rows<Graduates>
    public var byAudience: Rows<Graduates>
    /// By course.
    public var instructors: Rows<Instructors>
    public var runs: [RunRow]
    /// Stock of host-nation instructors at the start of each period, by capability.
    public var hostInstructors: Rows<[Double]>
    public var infeasible: [ID<Demand>]
}
