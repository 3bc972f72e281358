import CadrePlanning

extension Mission {
    /// The members of `mission.defined`. Source: CONTRACT § 2.
    static let table = ObjectTable(
        "mission", "The mission and its horizon", from: Mission(name: "", start: .epoch, periods: 1),
        fields: [
            .required("name", \.name, .text, "The mission's name"),
            .required("start", \.start, .date, "The first day of period 0"),
            .required("periods", \.periods, .whole(1...520), "The number of periods of the plan"),
            .fallback("periodDays", \.periodDays, .whole(1...31), 7, "The length of a period in days"),
            .optional("mandate", \.mandate, .text, "The mission's legal basis"),
            .optional("partner", \.partner, .capitals, "The host nation"),
            .optional("hqSite", \.hqSite, .identifier, "The site of the headquarters"),
            .fallback("seed", \.seed, .whole(0...1_048_575), 1, "The seed of the samples (MODEL § 9)"),
            .fallback(
                "clock", \.clock, .word, .events, "`live`: Cadre moves the clock every day (see `clock.advanced`)"),
            .optional("marking", \.marking, .text, "The marking that every estimate carries"),
        ])
}
