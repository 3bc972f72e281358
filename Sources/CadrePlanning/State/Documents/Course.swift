/// A course: its length, seats, instructors and products. Source: MODEL § 4.
public struct Course: Hashable, Sendable {
    public enum Level: String, Sendable, CaseIterable { case basic, intermediate, advanced, senior, instructor }

    /// One entry of the course's list of instructors.
    public struct Instructors: Hashable, Sendable {
        public enum Amount: Hashable, Sendable {
            /// The number for a run, at least 1.
            case count(Int)
            /// One per this number of students, at least 1.
            case perStudents(Int)
        }
        public var capability: Capability
        public var amount: Amount

        public init(capability: Capability, amount: Amount) {
            self.capability = capability
            self.amount = amount
        }
    }

    public var title: String
    /// Length in days, 1…1000.
    public var days: Int
    public var seats: Int
    /// Share of the students taught who graduate, above 0, at most 1.
    public var passRate: Double
    public var instructors: [Instructors]
    public var level: Level?
    public var topic: String?
    /// The capability of its graduates, where it trains trainers.
    public var produces: Capability?
    /// Days from graduation to teaching.
    public var leadInDays: Int
    /// Days between two runs of a track.
    public var turnaroundDays: Int
    /// Whether students live at the site.
    public var boarded: Bool
    public var classrooms: Int
    /// The use per student in the whole course, in the commodity's unit.
    public var perStudent: [ID<CommodityName>: Double]

    public init(
        title: String, days: Int, seats: Int, passRate: Double, instructors: [Instructors], level: Level? = nil,
        topic: String? = nil, produces: Capability? = nil, leadInDays: Int = 0, turnaroundDays: Int = 0,
        boarded: Bool = false, classrooms: Int = 1, perStudent: [ID<CommodityName>: Double] = [:]
    ) {
        self.title = title
        self.days = days
        self.seats = seats
        self.passRate = passRate
        self.instructors = instructors
        self.level = level
        self.topic = topic
        self.produces = produces
        self.leadInDays = leadInDays
        self.turnaroundDays = turnaroundDays
        self.boarded = boarded
        self.classrooms = classrooms
        self.perStudent = perStudent
    }
}
