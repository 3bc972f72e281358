import CadrePlanning

extension Demand {
    /// The members of `demand.set`. Source: CONTRACT § 2.
    static let table = ObjectTable(
        "demand", "Graduates that the host nation wants of a course",
        from: Demand(course: ID(""), audience: ID(""), graduates: 0, from: .epoch, by: .epoch),
        rules: [
            .after("by", \.by, "from", \.from),
            Rule(
                "`site` is there unless `delivery` is `abroad`",
                conditions: [
                    .unless("delivery", is: "abroad", [FieldDescription("site", .name(.identifier), .required, "")])
                ]
            ) { demand throws(MemberFault) in
                guard demand.site == nil, demand.delivery != .abroad else { return }
                throw MemberFault("site", expected: "a site, unless delivery is abroad", found: "nothing")
            },
        ],
        fields: [
            .required("course", \.course, .identifier, "The course"),
            .required("audience", \.audience, .identifier, "The audience: `army`, `police`, `national-guard` …"),
            .required("graduates", \.graduates, .count, "The number of graduates; 0 ends the demand"),
            .required("from", \.from, .date, "The earliest start of a run"),
            .required("by", \.by, .date, "The end of the last run"),
            .optional("site", \.site, .identifier, "The site of the runs; required unless they are abroad"),
            .fallback("delivery", \.delivery, .word, .resident, "The way in which the course is given"),
            .fallback("priority", \.priority, .priority, 3, "1 (most urgent) to 5"),
            .optional("element", \.element, .identifier, "The element that the demand belongs to"),
        ])
}
