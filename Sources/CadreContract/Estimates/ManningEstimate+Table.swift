import CadrePlanning

extension ManningEstimate {
    /// The members of `manning.<scenario>`. Source: CONTRACT § 4.
    public static let table = ObjectTable(
        "manning", "Who fills which posts, and who has none", from: ManningEstimate.empty,
        fields: [
            .rows(
                "assignments", \.assignments, .object(Assignment.table), by: \.pledge.text,
                "Persons of a pledge in a group"),
            .rows("surplus", \.surplus, .object(Surplus.table), by: \.pledge.text, "Persons without a post"),
        ])
}

extension ManningEstimate.Assignment {
    static let table = ObjectTable(
        "assignment", "Persons of a pledge in a group", from: Self.empty,
        fields: [
            .required("pledge", \.pledge, .pledge, "The pledge, NATION/PLEDGE"),
            .required(
                "group", \.group, .group,
                "`line/LINE`, `run/RUN/j`, `track/DEMAND/TRACK/j` or `enabling/SITE/CAPABILITY`"),
            .required("from", \.from, .natural, "The first period"),
            .required("until", \.until, .natural, "The first period after"),
            .required("persons", \.persons, .whole(1...Int.max), "The number of persons"),
        ])
}

extension ManningEstimate.Surplus {
    static let table = ObjectTable(
        "surplus", "Persons of a pledge without a post", from: Self.empty,
        fields: [
            .required("pledge", \.pledge, .pledge, "The pledge, NATION/PLEDGE"),
            .required("reason", \.reason, .reason, "`caveat: NAME`, or `no post needs it`"),
            .required("from", \.from, .natural, "The first period"),
            .required("until", \.until, .natural, "The first period after"),
            .required("persons", \.persons, .whole(1...Int.max), "The number of persons"),
        ])
}

extension Form where Value == ManningEstimate.Reason {
    private static let all = Caveats.Name.allCases.map { ManningEstimate.Reason.caveat($0) } + [.noPostNeedsIt]

    fileprivate static let reason = Form(.words(all.map(\.text))) { json, node in
        let text = json.text(node)
        return all.first { $0.text == text }
    } write: {
        $1.value($0.text)
    }
}
