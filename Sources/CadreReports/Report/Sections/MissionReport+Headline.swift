import CadreContract
import CadreJSON
import CadrePlanning

/// How large, how sure, and what is wrong first.
extension MissionReport {
    var headline: ReportDocument.Section {
        ReportDocument.Section(
            id: "headline", heading: "How large will we be, and what is wrong first",
            blocks: [.paragraph(answer)] + rangeSentences.map { .paragraph($0) } + [.table(scenarioTable)]
                + [.heading("What is wrong first")] + firstAlerts
                + [.heading("How sure the figures are, and what drives them")] + ranges)
    }

    private var summary: JSONValue { figures[.summary] }

    private func peak(_ scenario: Scenario, _ member: String) -> (value: Double?, date: String) {
        let peak = summary["scenarios"]?[scenario.rawValue]?[member]
        return (peak?.real("peak"), figures.date(peak?["period"]?.integer))
    }

    private var answer: Prose {
        let required = peak(MissionFigures.planned, "required")
        let filled = peak(MissionFigures.planned, "filled")
        guard let most = required.value, most > 0 else {
            return "Nothing that is accepted requires anybody in theatre, and so nobody is needed there yet."
        }
        let force = figures[.force(MissionFigures.planned)]
        var prose: Prose = """
            What is accepted requires at its peak \(strong: Quantity.people(most)) in theatre, from \
            \(required.date). All live pledges together fill at most \(strong: Quantity.number(filled.value)), from \
            \(filled.date).
            """
        let needed = force.series("required")
        let there = force.series("filled")
        if figures.now < needed.count, figures.now < there.count {
            prose = """
                \(prose) In the period from \(figures.date(figures.now)), \
                \(strong: Quantity.number(there[figures.now])) of \(Quantity.number(needed[figures.now])) posts in \
                theatre are filled.
                """
        }
        return prose
    }

    private var rangeSentences: [Prose] {
        // Not the summary's: a daemon fills that in only when it publishes the next one.
        let range = figures[.range]
        func three(_ spread: JSONValue?) -> (low: String, likely: String, high: String)? {
            guard let spread, let low = spread.real("p10") else { return nil }
            return (Quantity.number(low), Quantity.number(spread.real("p50")), Quantity.number(spread.real("p90")))
        }
        var sentences: [Prose] = []
        if let structural = three(range["structural"]?["peakRequired"]) {
            sentences.append(
                """
                What nations may still accept moves the peak required between \(strong: structural.low) and \
                \(strong: structural.high) (half of all samples: at most \(structural.likely)).
                """)
        }
        if let firmness = three(range["firmness"]?["peakFilled"]) {
            sentences.append(
                """
                What comes of the pledges, and when, moves the peak filled between \(strong: firmness.low) and \
                \(strong: firmness.high) (half of all samples: at most \(firmness.likely)).
                """)
        }
        if let driver = range.list("drivers").first, let id = driver["element"]?.text {
            sentences.append(
                """
                The greatest driver is \(figures.plan.name(.element, id)): if accepted, it changes the peak required \
                by \(strong: Quantity.change(driver.real("peakRequired"))) people.
                """)
        }
        return sentences
    }

    private var scenarioTable: ReportTable {
        var table = ReportTable(
            "The three scenarios: people in theatre at peak, graduates, and what is short from now on",
            [
                .init("Scenario"), .init("Required", .right), .init("from"), .init("Filled", .right), .init("from"),
                .init("Graduates expected", .right), .init("wanted", .right), .init("Others", .right),
                .init("Short, \(figures.personPeriods)"),
            ])
        for scenario in Scenario.allCases {
            guard let row = summary["scenarios"]?[scenario.rawValue] else { continue }
            let required = peak(scenario, "required")
            let filled = peak(scenario, "filled")
            table.add([
                .init(scenario.rawValue, detail: Self.meaning(scenario)), .init(Quantity.number(required.value)),
                .init(required.date), .init(Quantity.number(filled.value)), .init(filled.date),
                .init(Quantity.number(row["graduates"]?.real("expected"))),
                .init(Quantity.number(row["graduates"]?.real("wanted"))),
                .init(Quantity.number(row["graduates"]?.real("others"))),
                .init(figures.byPriority(row["gapPersonPeriods"])),
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
        guard figures.has(.range) else {
            return [.paragraph("There are no ranges: none were sampled for this report.")]
        }
        let range = figures[.range]
        var table = ReportTable(
            "Ranges of \(Quantity.count(range["samples"]?.integer ?? 0, "sample", "samples")); one in ten lies below "
                + "the low, one in ten above the high figure",
            [
                .init("Figure"), .init("Moved by"), .init("Low", .right), .init("Middle", .right),
                .init("High", .right), .init("Mean", .right),
            ])
        let structural = range["structural"]
        let firmness = range["firmness"]
        let rows: [(String, String, JSONValue?)] = [
            ("Peak required, people", "what may be accepted", structural?["peakRequired"]),
            ("Peak filled, people", "what comes of the pledges", firmness?["peakFilled"]),
            ("Graduates expected", "what comes of the pledges", firmness?["graduates"]),
            ("Cost, EUR", "what comes of the pledges", firmness?["cost"]),
            ("Water used, \(figures.plan.unit(ofCommodity: "water"))", "what comes of the pledges", firmness?["water"]),
            ("Fuel used, \(figures.plan.unit(ofCommodity: "fuel"))", "what comes of the pledges", firmness?["fuel"]),
        ]
        // A mission that brings no water of its own has no range of it.
        for (name, doubt, spread) in rows where spread?.real("p90") != 0 || spread?.real("mean") != 0 {
            table.add(
                [.init(name), .init(doubt)]
                    + ["p10", "p50", "p90", "mean"].map { .init(Quantity.number(spread?.real($0)?.rounded())) })
        }
        return [.table(table)] + drivers(range.list("drivers"))
    }

    private func drivers(_ drivers: [JSONValue]) -> [ReportDocument.Block] {
        guard !drivers.isEmpty else {
            return [.paragraph("No element is undecided or returned: what is planned is decided.")]
        }
        var table = ReportTable(
            "What each element that is not decided would change, if it and what it requires were accepted",
            [
                .init("Element"), .init("Id"), .init("Decision"), .init("Peak required, people", .right),
                .init(figures.personPeriods.prefix(1).uppercased() + figures.personPeriods.dropFirst(), .right),
                .init("Graduates", .right),
            ])
        for driver in drivers {
            let id = driver["element"]?.text ?? ""
            table.add([
                .init(figures.plan.name(.element, id)), .init(id),
                .init(figures.plan[.element, id]?.text("decision") ?? "undecided"),
                .init(Quantity.change(driver.real("peakRequired"))),
                .init(Quantity.change(driver.real("personPeriods"))),
                .init(Quantity.change(driver.real("graduates"))),
            ])
        }
        return [.table(table)]
    }
}
