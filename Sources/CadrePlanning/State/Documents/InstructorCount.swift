/// Host-nation instructors as counted on a day; sets the stock of their capability. Source: MODEL § 5.
public struct InstructorCount: Hashable, Sendable {
    public var date: Day
    public var count: Int

    public init(date: Day, count: Int) {
        self.date = date
        self.count = count
    }
}
