import CadrePlanning

extension InstructorCount {
    /// The members of `instructors.counted`. Source: CONTRACT § 2.
    static let table = ObjectTable(
        "instructors", "Host-nation instructors of one capability, as counted on a day",
        from: InstructorCount(date: .epoch, count: 0),
        fields: [
            .required("date", \.date, .date, "The day of the count"),
            .required("count", \.count, .count, "The number of instructors"),
        ])
}
