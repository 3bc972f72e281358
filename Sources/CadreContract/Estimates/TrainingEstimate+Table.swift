import CadrePlanning

extension TrainingEstimate {
    /// The members of `training.<scenario>`. Source: CONTRACT § 4.
    public static let table = ObjectTable(
        "training", "Graduates, instructors and runs", from: TrainingEstimate.empty,
        fields: [
            .rows("byCourse", \.byCourse, .object(Graduates.table), "By course"),
            .rows("byLevel", \.byLevel, names: .level, .object(Graduates.table), "By level"),
            .rows("byAudience", \.byAudience, .object(Graduates.table), "By audience"),
            .rows("instructors", \.instructors, .object(Instructors.table), "Instructors of own runs, by course"),
            .rows("runs", \.runs, .object(RunRow.table), by: \.run, "The runs, scheduled and planned"),
            .rows(
                "hostInstructors", \.hostInstructors, .amounts,
                "Host-nation instructors at the start of each period, by capability"),
            .required("infeasible", \.infeasible, .entries(of: .anyName), "Demands that cannot be met"),
        ])
}

extension TrainingEstimate.Graduates {
    static let table = ObjectTable(
        "graduates", "Graduates", from: Self.empty,
        fields: [
            .required("wanted", \.wanted, .natural, "Graduates wanted"),
            .required("expected", \.expected, .amount, "Expected, of those wanted"),
            .required("others", \.others, .amount, "Expected that no demand asks for"),
            .required("graduates", \.graduates, .amounts, "All, by the period in which they graduate"),
        ])
}

extension TrainingEstimate.Instructors {
    static let table = ObjectTable(
        "instructors", "Instructor posts of a course's active own runs in each period", from: Self.empty,
        fields: [
            .required("required", \.required, .counts, "Posts"),
            .required("local", \.local, .counts, "Posts filled by host-nation instructors"),
            .required("filled", \.filled, .counts, "Posts filled by pledges alone"),
        ])
}

extension TrainingEstimate.RunRow {
    static let table = ObjectTable(
        "run", "One execution of a course", from: Self.empty,
        fields: [
            .required("run", \.run, .anyText, "The run's id, or DEMAND#n of a planned one"),
            .required("demand", \.demand, .nullable(.anyName), "The demand that it answers, or null"),
            .required("course", \.course, .anyName, "The course"),
            .required("site", \.site, .anyName, "The site"),
            .optional("provider", \.provider, .anyText, "The organisation that gives the run instead of the mission"),
            .required("first", \.first, .integer, "The first period, not clamped to the horizon"),
            .required("last", \.last, .integer, "The last period, not clamped to the horizon"),
            .required("seats", \.seats, .natural, "The seats"),
            .required("staffing", \.staffing, .share, "The share that can be taught, 0 to 1"),
            .required("graduates", \.graduates, .amount, "The graduates"),
        ])
}
