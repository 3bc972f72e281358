import CadrePlanning

extension Line {
    /// The members of `line.required`. Source: CONTRACT § 2.
    static let table = ObjectTable(
        "line", "A line of the statement of requirements",
        from: Line(site: ID(""), capability: Capability(""), posts: 0, from: .epoch),
        rules: [.after("until", \.until, "from", \.from)],
        fields: [
            .optional("title", \.title, .text, "The line's title"),
            .required("site", \.site, .identifier, "The site of the posts"),
            .required("capability", \.capability, .identifier, "A dotted skill code"),
            .required("posts", \.posts, .count, "The number of posts; 0 ends the line"),
            .required("from", \.from, .date, "The first day"),
            .optional("until", \.until, .date, "The day after the last; absent: to the end of the plan"),
            .fallback("priority", \.priority, .priority, 3, "1 (most urgent) to 5"),
            .optional("element", \.element, .identifier, "The element that the line belongs to"),
        ])
}
