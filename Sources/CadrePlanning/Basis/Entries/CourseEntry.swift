/// A course, in numbers and periods. Source: MODEL § 4.
final class CourseEntry: Equatable, Sendable {
    struct Instructors: Equatable, Sendable {
        let capability: Int
        let amount: Course.Instructors.Amount

        /// Returns the need of this entry for a run with these seats. Source: MODEL § 4.
        func need(seats: Int) -> Int {
            switch amount {
            case .count(let count): count
            case .perStudents(let students): ceilWhole(Double(seats) / Double(students))
            }
        }
    }

    let number: Int
    let id: ID<Course>
    let level: Course.Level?
    let days: Int
    let seats: Int
    let passRate: Double
    let classrooms: Int
    let isBoarded: Bool
    /// The duration in periods, at least 1.
    let duration: Int
    /// The pace of a track in periods, at least 1.
    let pace: Int
    let instructors: [Instructors]
    /// The capability of its graduates, or `nil` if it trains no instructors.
    let produces: Int?
    /// Periods from graduation to teaching.
    let leadIn: Int
    /// The use per student in the whole course, in the commodity's unit.
    let perStudent: [ID<CommodityName>: Double]

    init(_ input: CourseStage.Input, _ numbers: inout BasisNumbers) {
        let course = input.entity.value
        let horizon = input.horizon
        number = input.entity.number
        id = input.entity.id
        level = course.level
        days = course.days
        seats = course.seats
        passRate = course.passRate
        classrooms = course.classrooms
        isBoarded = course.boarded
        duration = max(1, horizon.periodsCovering(days: Double(course.days)))
        pace = max(1, horizon.periodsCovering(days: Double(course.days + course.turnaroundDays)))
        instructors = course.instructors.map {
            Instructors(capability: numbers.capabilities.number(of: $0.capability), amount: $0.amount)
        }
        produces = course.produces.map { numbers.capabilities.number(of: $0) }
        leadIn = horizon.periodsCovering(days: Double(course.leadInDays))
        perStudent = course.perStudent
    }

    /// Returns the signatures of its instructors' posts.
    func signatures(
        site: Int, audience: ID<Audience>?, element: Int?, _ numbers: inout BasisNumbers
    ) -> [Int] {
        instructors.map {
            numbers.network.number(
                of: Signature(capability: $0.capability, site: site, audience: audience, element: element))
        }
    }

    static func == (a: CourseEntry, b: CourseEntry) -> Bool {
        a === b
            || (a.number == b.number && a.id == b.id && a.level == b.level && a.days == b.days && a.seats == b.seats
                && a.passRate == b.passRate && a.classrooms == b.classrooms && a.isBoarded == b.isBoarded
                && a.duration == b.duration && a.pace == b.pace && a.instructors == b.instructors
                && a.produces == b.produces && a.leadIn == b.leadIn && a.perStudent == b.perStudent)
    }
}
