import CadrePlanning

extension Run {
    /// The members of `run.scheduled`. Source: CONTRACT § 2.
    static let table = ObjectTable(
        "run", "One run of a course, planned, in progress or completed",
        from: Run(course: ID(""), site: ID(""), start: .epoch, status: .scheduled),
        rules: [
            .notBefore("end", \.end, "start", \.start),
            Rule(
                "`graduates` is there if `status` is `completed`",
                conditions: [
                    .when("status", isOneOf: ["completed"], [FieldDescription("graduates", .any, .required, "")])
                ]
            ) { run throws(MemberFault) in
                guard run.graduates == nil, run.status == .completed else { return }
                throw MemberFault("graduates", expected: "a count, since the run is completed", found: "nothing")
            },
        ],
        fields: [
            .required("course", \.course, .identifier, "The course"),
            .required("site", \.site, .identifier, "The site"),
            .required("start", \.start, .date, "The first day"),
            .optional("end", \.end, .date, "The day of graduation of a completed run"),
            .required("status", \.status, .word, "The run's state"),
            .optional("seats", \.seats, .whole(1...10_000), "The seats; absent: those of the course"),
            .optional("graduates", \.graduates, .count, "The graduates; required of a completed run"),
            .optional(
                "audience", \.audience, .identifier,
                "The audience; absent: the demand's. A run without one counts by course and level only"),
            .optional("demand", \.demand, .identifier, "The demand that the run answers"),
            .optional("element", \.element, .identifier, "The element that the run belongs to; absent: the demand's"),
            .optional("priority", \.priority, .priority, "1 (most urgent) to 5; absent: the demand's, else 3"),
            .optional(
                "delivery", \.delivery, .word,
                "The way in which the run is given; absent: the demand's, else `resident`"),
            .optional(
                "provider", \.provider, .text, "Another organisation that gives the run; an empty text counts as given"),
        ])
}
