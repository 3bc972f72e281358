import CadreJSON
import CadrePlanning

extension SummaryEstimate {
    /// The members of `summary`. Source: CONTRACT §§ 4 and 9.
    public static let table = ObjectTable(
        "summary", "The figures that a head of mission asks for first, the scenarios side by side",
        from: SummaryEstimate.empty,
        fields: [
            .required("scenarios", \.scenarios, .byScenario, "By scenario"),
            .required("range", \.range, .nullable(.object(Range.table)), "Ranges of peak strength; null until sampled"),
            .required("pledges", \.pledges, .rows(of: .object(Pledges.table), names: .status), "Pledges by status"),
            .rows("nations", \.nations, names: .capitals, .object(Contribution.table), "Each nation's live pledges"),
            .required(
                "factors", \.factors, .entries(of: .object(FactorSetCount.table)),
                "Current `factor.set` events by their set, in the order of the sets' bytes"),
            .rows(
                "unresolved", \.unresolved, .object(UnresolvedReference.table), by: \.id,
                "References that are unknown or inert"),
            .rows("alerts", \.alerts, .object(Alert.table), by: \.key, "Open alerts"),
        ])
}

extension Form where Value == [SummaryEstimate.Headline] {
    /// An object with one member per scenario.
    fileprivate static let byScenario = Form(
        .map(names: .scenario, .object(SummaryEstimate.Headline.table.description), countMax: nil)
    ) { json, node throws(MemberFault) in
        let rows = try Form<Rows<SummaryEstimate.Headline>>.rows(of: .object(SummaryEstimate.Headline.table))
            .read(json, node)
        return Scenario.allCases.compactMap { scenario in
            guard var headline = rows[scenario.rawValue] else { return nil }
            headline.scenario = scenario
            return headline
        }
    } write: { headlines, writer in
        writer.object {
            for headline in headlines {
                $0.name(headline.scenario.rawValue)
                $0.object { SummaryEstimate.Headline.table.write(headline, to: &$0) }
            }
        }
    }
}

extension SummaryEstimate.Headline {
    static let table = ObjectTable(
        "headline", "The first figures of one scenario", from: Self.empty,
        fields: [
            .required("required", \.required, .object(SummaryEstimate.Peak.table), "Posts at the peak"),
            .required("filled", \.filled, .object(SummaryEstimate.Peak.table), "Filled posts at the peak"),
            .group(
                "graduates", "Graduates",
                fields: [
                    .required("wanted", \.wanted, .natural, "Graduates wanted"),
                    .required("expected", \.expected, .amount, "Expected, of those wanted"),
                    .required("others", \.others, .amount, "Expected that no demand asks for"),
                ]),
            .required(
                "gapPersonPeriods", \.gapPersonPeriods, .byPriority,
                "Unfilled person-periods from now on, by priority; one without a gap is left out"),
        ])
}

extension SummaryEstimate.Peak {
    static let table = ObjectTable(
        "peak", "A peak and its period", from: Self.empty,
        fields: [
            .required("peak", \.peak, .natural, "The largest number of a period"),
            .required("period", \.period, .natural, "The first period that has it"),
        ])
}

extension SummaryEstimate.Range {
    static let table = ObjectTable(
        "summaryRange", "Ranges of peak strength", from: Self.empty,
        fields: [
            .required("structural", \.structural, .object(Spread.table), "Posts, due to undecided elements"),
            .required("firmness", \.firmness, .object(Spread.table), "Filled posts, due to pledges"),
        ])
}

extension SummaryEstimate.Range.Spread {
    static let table = ObjectTable(
        "quantiles", "10th, 50th and 90th percentile", from: Self.empty,
        fields: [
            .required("low", \.low, .amount, "10th percentile"),
            .required("likely", \.likely, .amount, "50th percentile"),
            .required("high", \.high, .amount, "90th percentile"),
        ])
}

extension SummaryEstimate.Pledges {
    static let table = ObjectTable(
        "pledgeCount", "Pledges of one status", from: Self.empty,
        fields: [
            .required("count", \.count, .natural, "The number of pledges"),
            .required("persons", \.persons, .natural, "The persons of personnel pledges"),
        ])
}

extension SummaryEstimate.Contribution {
    static let table = ObjectTable(
        "contribution", "A nation's live pledges", from: Self.empty,
        fields: [
            .required("persons", \.persons, .rows(of: .natural, names: .status), "Persons by status"),
            .required("places", \.places, .natural, "Training places"),
            .required("items", \.items, .natural, "Pieces of equipment"),
            .required("funds", \.funds, .amount, "Money in EUR"),
        ])
}

extension SummaryEstimate.FactorSetCount {
    static let table = ObjectTable(
        "factorSet", "Current factors of one set", from: Self.empty,
        fields: [
            .required("set", \.set, .anyText, "The set; empty for factors that name none"),
            .required("count", \.count, .whole(1...Int.max), "The number of factors"),
        ])
}

extension UnresolvedReference {
    static let table = ObjectTable(
        "unresolved", "A reference that is unknown or inert", from: UnresolvedReference.empty,
        fields: [
            .required("entity", \.entity, .word, "The kind of the entity that refers"),
            .required("id", \.id, .anyText, "Its id"),
            .required("missing", \.missing, .anyText, "KIND ID of what is missing"),
        ])
}

extension Alert {
    static let table = ObjectTable(
        "alert", "An open alert", from: Alert.empty,
        fields: [
            .required("code", \.code, .word, "The kind of condition"),
            .required("key", \.key, .anyText, "What it is about"),
            .required(
                "since", \.since, .nullable(.integer),
                "The first period from now on in which it holds; before now if it is late or unreported; null: always"),
            .required("detail", \.detail, .anyText, "The condition in words"),
        ])
}
