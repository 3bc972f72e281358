import CadrePlanning

extension Course {
    /// The members of `course.defined`. Source: CONTRACT § 2.
    static let table = ObjectTable(
        "course", "A course: its length, seats and instructors",
        from: Course(title: "", days: 1, seats: 1, passRate: 1, instructors: []),
        fields: [
            .required("title", \.title, .text, "The course's title"),
            .required("days", \.days, .whole(1...1_000), "The duration"),
            .required("seats", \.seats, .whole(1...10_000), "Students per run"),
            .required("passRate", \.passRate, .number(Bounds(above: 0, to: 1)), "The share of students who graduate"),
            .optional("instructors", \.instructors, .list(of: Instructors.form), "Instructor posts"),
            .optional("level", \.level, .word, "The level"),
            .optional("topic", \.topic, .text, "The subject"),
            .optional("produces", \.produces, .identifier, "The capability that graduates have (train the trainer)"),
            .fallback("leadInDays", \.leadInDays, .whole(0...1_000), 0, "Days until graduates teach"),
            .fallback("turnaroundDays", \.turnaroundDays, .whole(0...1_000), 0, "Days between two runs of a track"),
            .fallback("boarded", \.boarded, .flag, false, "Whether the mission houses the students"),
            .fallback("classrooms", \.classrooms, .count, 1, "Classrooms per run"),
            .optional("perStudent", \.perStudent, .quantities, "Use per student and run, by commodity"),
        ])
}

extension Course.Instructors {
    /// The members as written: exactly one of the two numbers is present.
    private struct Members: Sendable {
        var capability = Capability("")
        var count: Int?
        var perStudents: Int?
    }

    private static let table = ObjectTable(
        "instructors", "Instructors of one capability", from: Members(),
        rules: [
            Rule(
                "either `count` or `perStudents` is there", conditions: [.exactlyOne(["count", "perStudents"])]
            ) { members throws(MemberFault) in
                guard (members.count == nil) == (members.perStudents == nil) else { return }
                throw MemberFault(
                    "count", expected: "either this or perStudents", found: members.count == nil ? "neither" : "both")
            }
        ],
        fields: [
            .required("capability", \.capability, .identifier, "The capability of the instructors"),
            .optional("count", \.count, .whole(1...ContractLimits.countMax), "Posts per run"),
            .optional("perStudents", \.perStudents, .whole(1...ContractLimits.countMax), "Students per post"),
        ])

    /// Instructors of one capability: a number per run, or one per number of students.
    static let form = Form.object(table).converted {
        Self(
            capability: $0.capability,
            amount: $0.perStudents.map { .perStudents($0) } ?? .count($0.count ?? 0))
    } _: {
        switch $0.amount {
        case .count(let count): Members(capability: $0.capability, count: count)
        case .perStudents(let students): Members(capability: $0.capability, perStudents: students)
        }
    }
}
