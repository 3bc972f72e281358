import CadrePlanning

extension RangeEstimate {
    /// The members of `range`. Source: CONTRACT § 4.
    public static let table = ObjectTable(
        "range", "Sampled ranges: which plan the nations accept, and which pledges come", from: RangeEstimate.empty,
        fields: [
            .required("samples", \.samples, .whole(1...Int.max), "The number of samples"),
            .required("structural", \.structural, .object(Structural.table), "Due to undecided elements"),
            .required("firmness", \.firmness, .object(Firmness.table), "Due to pledges that fail or are late"),
            .required("drivers", \.drivers, .entries(of: .object(Driver.table)), "The effect of undecided elements"),
        ])
}

extension RangeEstimate.Structural {
    static let table = ObjectTable(
        "structural", "The range due to undecided elements", from: Self.empty,
        fields: [
            .required("required", \.required, .object(RangeEstimate.SpreadSeries.table), "Strength required"),
            .required("peakRequired", \.peakRequired, .object(RangeEstimate.Spread.table), "Its peak"),
        ])
}

extension RangeEstimate.Firmness {
    static let table = ObjectTable(
        "firmness", "The range due to pledges that fail or are late", from: Self.empty,
        fields: [
            .required("filled", \.filled, .object(RangeEstimate.SpreadSeries.table), "Strength filled"),
            .required("peakFilled", \.peakFilled, spread, "Its peak"),
            .required("graduates", \.graduates, spread, "Graduates"),
            .required("water", \.water, spread, "Use of water, in its unit"),
            .required("fuel", \.fuel, spread, "Use of fuel, in its unit"),
            .required("cost", \.cost, spread, "Costs of all kinds in EUR"),
        ])

    private static let spread = Form.object(RangeEstimate.Spread.table)
}

extension RangeEstimate.Spread {
    static let table = ObjectTable(
        "spread", "Percentiles and mean of one figure", from: Self.empty,
        fields: [
            .required("p10", \.p10, .amount, "10th percentile"),
            .required("p50", \.p50, .amount, "50th percentile"),
            .required("p90", \.p90, .amount, "90th percentile"),
            .required("mean", \.mean, .amount, "Mean"),
        ])
}

extension RangeEstimate.SpreadSeries {
    static let table = ObjectTable(
        "spreadSeries", "Percentiles and mean of one figure by period", from: Self.empty,
        fields: [
            .required("p10", \.p10, .amounts, "10th percentile"),
            .required("p50", \.p50, .amounts, "50th percentile"),
            .required("p90", \.p90, .amounts, "90th percentile"),
            .required("mean", \.mean, .amounts, "Mean"),
        ])
}

extension RangeEstimate.Driver {
    static let table = ObjectTable(
        "driver", "The effect of one undecided element on the `offered` plan", from: Self.empty,
        fields: [
            .required("element", \.element, .anyName, "The element"),
            .required("peakRequired", \.peakRequired, .integer, "On the peak of posts"),
            .required("personPeriods", \.personPeriods, .integer, "On person-periods required, from now on"),
            .required("graduates", \.graduates, .real, "On graduates"),
        ])
}
