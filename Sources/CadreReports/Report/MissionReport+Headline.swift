import CadreContract
import CadrePlanning

// The strength, its ranges and the first alerts.
extension MissionReport {
    var headline: ReportDocument.Section {
        ReportDocument.Section(
            id: "headline", heading: "Strength and first alerts",
            blocks: [.paragraph(answer)] + rangeSentences.map { .paragraph($0) } + [.table(scenarioTable)]
                + [.heading("First alerts")] + firstAlerts
                + [.heading("Ranges and drivers")] + ranges)
    }

    private var answer: RichText {
        guard let planned = figures.summary[MissionFigures.planned], planned.required.peak > 0 else {
            return "The agreed plan requires no posts in theatre yet."
        }
        let force = figures.force().inTheatre
        var text: RichText = """
            The agreed plan requires at its peak \(strong: Quantity.people(Double(planned.required.peak))) in theatre, \
            from \(figures.date(planned.required.period)). All live pledges together fill at most \
            \(strong: Quantity.number(planned.filled.peak)), from \(figures.date(planned.filled.period)).
            """
        let (needed, filled) = (force.required.reals, force.filled.reals)
        if figures.now < needed.count, figures.now < filled.count {
            text = """
                \(text) In the period from \(figures.date(figures.now)), \
                \(strong: Quantity.number(filled[figures.now])) of \(Quantity.number(needed[figures.now])) posts in \
                theatre are filled.
                """
        }
        return text
    }

    /// The ranges in sentences, from the estimate `range`: a node updates those of the summary only later.
    private var rangeSentences: [RichText] {
        guard let range = figures.estimates.range else { return [] }
        let structural = range.structural.peakRequired
        let firmness = range.firmness.peakFilled
        var sentences: [RichText] = [
            """
            Undecided elements move the peak required between \(strong: Quantity.number(structural.p10)) \
            and \(strong: Quantity.number(structural.p90)) (half of all samples: at most \
            \(Quantity.number(structural.p50))).
            """,
            """
            Pledges that fail or are late move the peak filled between \
            \(strong: Quantity.number(firmness.p10)) and \(strong: Quantity.number(firmness.p90)) (half of all samples: \
            at most \(Quantity.number(firmness.p50))).
            """,
        ]
        if let driver = range.drivers.first {
            sentences.append(
                """
                The greatest driver is \(figures.plan.name(.element, driver.element.text)): if accepted, it changes the \
                peak required by \(strong: Quantity.change(Double(driver.peakRequired))) people.
                """)
        }
        return sentences
    }

    private var scenarioTable: ReportTable {
        var table = ReportTable(
            "The three scenarios: people in theatre at peak, graduates, unfilled posts from now on",
            [
                .init("Scenario"), .init("Required", .right), .init("from"), .init("Filled", .right), .init("from"),
                .init("Graduates expected", .right), .init("wanted", .right), .init("Others", .right),
                .init("Short, \(figures.personPeriods)"),
            ])
        for row in figures.summary.scenarios {
            table.add([
                .init(row.scenario.rawValue, detail: Self.meaning(row.scenario)),
                .init(Quantity.number(row.required.peak)), .init(figures.date(row.required.period)),
                .init(Quantity.number(row.filled.peak)), .init(figures.date(row.filled.period)),
                .init(Quantity.number(row.expected)), .init(Quantity.number(row.wanted)),
                .init(Quantity.number(row.others)), .init(figures.byPriority(row.gapPersonPeriods)),
            ])
        }
        return table
    }

    static func meaning(_ scenario: Scenario) -> String {
        switch scenario {
        case .committed: "accepted elements, firm pledges"
        case .offered: "accepted elements, live pledges"
        case .full: "elements not rejected, live pledges"
        }
    }

    // MARK: Ranges

    private var ranges: [ReportDocument.Block] {
        guard let range = figures.estimates.range else {
            return [.paragraph("There are no ranges: none were sampled for this report.")]
        }
        var table = ReportTable(
            "Ranges of \(Quantity.count(range.samples, "sample", "samples")); one in ten lies below "
                + "the low, one in ten above the high figure",
            [
                .init("Figure"), .init("Cause"), .init("Low", .right), .init("Middle", .right),
                .init("High", .right), .init("Mean", .right),
            ])
        let firmness = range.firmness
        let rows: [(String, String, RangeEstimate.Spread)] = [
            ("Peak required, people", "undecided elements", range.structural.peakRequired),
            ("Peak filled, people", "firmness of pledges", firmness.peakFilled),
            ("Graduates expected", "firmness of pledges", firmness.graduates),
            ("Cost, EUR", "firmness of pledges", firmness.cost),
            ("Water used, \(figures.plan.unit(ofCommodity: "water"))", "firmness of pledges", firmness.water),
            ("Fuel used, \(figures.plan.unit(ofCommodity: "fuel"))", "firmness of pledges", firmness.fuel),
        ]
        // A mission without its own water has no range of it.
        for (name, cause, spread) in rows where spread.p90 != 0 || spread.mean != 0 {
            table.add(
                [.init(name), .init(cause)]
                    + [spread.p10, spread.p50, spread.p90, spread.mean].map { .init(Quantity.number($0.rounded())) })
        }
        return [.table(table)] + drivers(range.drivers)
    }

    private func drivers(_ drivers: [RangeEstimate.Driver]) -> [ReportDocument.Block] {
        guard !drivers.isEmpty else {
            return [.paragraph("No element is undecided or returned.")]
        }
        var table = ReportTable(
            "The effect of accepting each undecided element, together with the elements that it requires",
            [
                .init("Element"), .init("Id"), .init("Decision"), .init("Peak required, people", .right),
                .init(figures.personPeriods.prefix(1).uppercased() + figures.personPeriods.dropFirst(), .right),
                .init("Graduates", .right),
            ])
        for driver in drivers {
            let id = driver.element.text
            table.add([
                .init(figures.plan.name(.element, id)), .init(id),
                .init((figures.plan.element(id)?.decision ?? .undecided).rawValue),
                .init(Quantity.change(Double(driver.peakRequired))),
                .init(Quantity.change(Double(driver.personPeriods))), .init(Quantity.change(driver.graduates)),
            ])
        }
        return [.table(table)]
    }
}
