/// The outcome of one run. Source: MODEL § 4.
struct RunOutcome: Equatable, Sendable {
    /// The mean of the shares that can be taught, over its periods within the horizon.
    var staffing = 1.0
    /// Students taught over the whole run.
    var students = 0
    /// Graduates within the horizon.
    var graduates = 0.0
    /// The part of the graduates that a wanted demand asks for.
    var expected = 0.0

    /// Creates the outcome of a run.
    /// - Parameter ratios: The sum of the shares that can be taught, over its periods within the horizon.
    init(_ run: CourseRun, ratios: Double, _ horizon: Horizon) {
        let periods = run.window(horizon).count
        if periods > 0 { staffing = ratios / Double(periods) }
        students = taughtStudents(seats: run.seats, ratio: staffing)
        if let actual = run.actual {
            graduates = horizon.contains(actual.period) ? Double(actual.graduates) : 0
        } else if horizon.contains(run.last) {
            graduates = Double(students) * run.course.passRate
        }
    }

    /// Returns the share of a period that counts towards the staffing of a run. It is 1 in the past of a run that is
    /// not over, because unrecorded events of the past must not limit it from now on.
    static func counted(_ ratio: Double, of run: CourseRun, in period: Int, _ horizon: Horizon) -> Double {
        countsAsTaught(period, of: run, horizon) ? 1 : ratio
    }

    /// Returns whether a period is in the past of a run that is not over.
    static func countsAsTaught(_ period: Int, of run: CourseRun, _ horizon: Horizon) -> Bool {
        period < horizon.now && run.last >= horizon.now
    }
}

/// Returns the number of students that a run teaches with a share of its instructors. Source: MODEL § 4.
func taughtStudents(seats: Int, ratio: Double) -> Int {
    floorWhole(Double(seats) * ratio)
}
