import CadrePlanning

extension EstimateHead {
    /// The members that every estimate begins with. Source: CONTRACT § 4.
    static let table = ObjectTable(
        "head", "The members that every estimate begins with", from: EstimateHead.empty,
        fields: movingFields + frameFields)

    /// The two members that may move while no figure does.
    private static let movingFields: [ObjectField<EstimateHead>] = [
        .required("mission", \.mission, .mission, "The mission"),
        .required(
            "revision", \.revision, .natural,
            "The journal sequence of the mission's newest event that the figures cover"),
        .required("asOf", \.asOf, .time, "The mission's clock"),
    ]

    /// The members that belong to the figures: numbers per period mean something else in another frame.
    private static let frameFields: [ObjectField<EstimateHead>] = [
        .required("start", \.start, .date, "The first day of period 0"),
        .required("periodDays", \.periodDays, .whole(1...31), "The length of a period in days"),
        .required("periods", \.periods, .whole(1...520), "The number of periods"),
        .optional("marking", \.marking, .anyText, "The protective marking of the document"),
    ]

    static let moving = Members(movingFields)
    static let frame = Members(frameFields)
}
