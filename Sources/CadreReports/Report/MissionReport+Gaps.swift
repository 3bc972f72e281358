import CadreContract
import CadrePlanning

// Shortfalls, the most helpful pledges, and the dependence on nations.
extension MissionReport {
    var gaps: ReportDocument.Section {
        guard let gaps = figures.estimates.gaps else {
            return ReportDocument.Section(
                id: "gaps", heading: "Gaps, advice, dependence",
                blocks: [.paragraph("Shortfalls and advice were not computed for this report.")] + everyAlert)
        }
        return ReportDocument.Section(
            id: "gaps", heading: "Gaps, advice, dependence",
            blocks: advice(gaps) + packages(gaps) + dependence(gaps) + [.heading("Shortfalls")]
                + shortfalls(gaps) + everyAlert)
    }

    private func shortfalls(_ gaps: GapsEstimate) -> [ReportDocument.Block] {
        let rows = gaps.shortfalls
        guard !rows.isEmpty else { return [.paragraph("No post is unfilled from now on in the offered scenario.")] }
        var table = ReportTable(
            "From now on, the most urgent first",
            [
                .init("Priority", .right), .init("Capability"), .init("Site"), .init("From"), .init("Until"),
                .init("At most", .right), .init(personPeriodsTitle, .right), .init("Graduates lost", .right),
            ], rowsMax: Self.shortfallsMax)
        for row in rows {
            table.add([
                .init(Quantity.number(row.priority)), .init(row.capability.code, detail: origins(row.origin)),
                .init(figures.plan.name(.site, row.site.text)), .init(figures.date(row.from)),
                .init(figures.date(row.until)), .init(Quantity.number(row.peak)),
                .init(Quantity.number(row.personPeriods)), .init(Quantity.number(row.graduatesLost)),
            ])
        }
        return [.table(table)]
    }

    private var personPeriodsTitle: String {
        figures.personPeriods.prefix(1).uppercased() + figures.personPeriods.dropFirst()
    }

    /// Returns the first origins, with titles of lines instead of their ids.
    private func origins(_ origins: [String]) -> String {
        let names = origins.map { origin -> String in
            let parts = origin.split(separator: " ", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { return origin }
            return parts[0] == "line" ? figures.plan.name(.line, parts[1]) : origin
        }
        let shown = names.prefix(Self.originsMax).joined(separator: ", ")
        return names.count > Self.originsMax
            ? shown + " and \(Quantity.number(names.count - Self.originsMax)) more" : shown
    }

    private static let originsMax = 4
    /// Rows of shortfalls: three pages, the most urgent.
    private static let shortfallsMax = 100

    // MARK: Advice

    private func advice(_ gaps: GapsEstimate) -> [ReportDocument.Block] {
        let rows = gaps.advice
        let heading = ReportDocument.Block.heading("Most helpful pledges")
        guard !rows.isEmpty else {
            return [heading, .paragraph("No single pledge helps, and no single caveat without which a pledge helps.")]
        }
        var table = ReportTable(
            "The gain of each step, found by planning with it",
            [
                .init("", .right), .init("Step"), .init("Graduates more", .right),
                .init("Fewer \(figures.personPeriods) short"),
            ])
        for (index, row) in rows.enumerated() {
            table.add([
                .init(Quantity.number(index + 1)), step(row.step), .init(Quantity.change(row.gain.graduates)),
                .init(figures.byPriority(row.gain.personPeriods)),
            ])
        }
        return [heading, .table(table)]
    }

    private func step(_ step: GapsEstimate.Advice.Step) -> ReportTable.Cell {
        switch step {
        case .pledge(let shortfall, let quantity, let from, let until):
            return .init(
                "\(Quantity.number(quantity)) more \(shortfall.capability.code) for "
                    + figures.plan.name(.site, shortfall.site.text),
                detail: "from \(from.text) to \(until.text)")
        case .caveat(let id, let caveat):
            var detail: String?
            if case .personnel(let personnel)? = figures.plan.pledge(id.text)?.offer {
                detail = "\(Quantity.number(personnel.quantity)) \(personnel.capability.code)"
            }
            return .init("\(id) without its caveat \(caveat.rawValue)", detail: detail)
        }
    }

    // MARK: Packages

    /// Pledges that help only together, by the priority of the shortfalls that they close.
    private func packages(_ gaps: GapsEstimate) -> [ReportDocument.Block] {
        let rows = gaps.packages
        guard !rows.isEmpty else { return [] }
        var table = ReportTable(
            "The gain of all pledges of a package, found by planning with them",
            [
                .init("Priority up to", .right), .init("Pledges"), .init("Graduates more", .right),
                .init("Fewer \(figures.personPeriods) short"),
            ])
        for row in rows {
            let persons = row.pledges.map(\.quantity).sum
            let more = row.pledges.map { pledge in
                "\(Quantity.number(pledge.quantity)) \(pledge.capability.code) for "
                    + figures.plan.name(.site, pledge.site.text)
                    + " from \(pledge.from.text) to \(pledge.until.text)"
            }
            table.add([
                .init(Quantity.number(row.priority)),
                .init(
                    "\(Quantity.people(persons)) in \(Quantity.count(row.pledges.count, "pledge", "pledges"))",
                    detail: more.joined(separator: "; ")),
                .init(Quantity.change(row.gain.graduates)), .init(figures.byPriority(row.gain.personPeriods)),
            ])
        }
        return [.heading("Pledges that help together"), .table(table)]
    }

    // MARK: Dependence

    private func dependence(_ gaps: GapsEstimate) -> [ReportDocument.Block] {
        let rows = gaps.dependence
        let heading = ReportDocument.Block.heading("Dependence on nations")
        guard !rows.isEmpty else {
            return [heading, .paragraph("No nation has a live pledge of people or training places.")]
        }
        let harmless = rows.filter { !loses($0) }.map(\.nation.text)
        let tail: [ReportDocument.Block] =
            harmless.isEmpty
            ? []
            : [.paragraph("The plan loses nothing without \(harmless.joined(separator: ", ")), each separately.")]
        var table = ReportTable(
            "What the offered plan loses without all pledges of a nation",
            [.init("Without"), .init("Graduates", .right), .init("More \(figures.personPeriods) short")])
        for row in rows where loses(row) {
            table.add([
                .init(row.nation.text), .init(Quantity.change(-row.loss.graduates)),
                .init(figures.byPriority(row.loss.personPeriods)),
            ])
        }
        return [heading] + (table.rows.isEmpty ? [] : [.table(table)]) + tail
    }

    private func loses(_ row: GapsEstimate.Dependence) -> Bool {
        row.loss.graduates != 0 || row.loss.personPeriods.contains { $0 != 0 }
    }
}
