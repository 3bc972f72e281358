import CadreContract
import CadreJSON
import CadrePlanning

/// What is short, what would help most, and on whom the plan hangs.
extension MissionReport {
    var gaps: ReportDocument.Section {
        guard figures.has(.gaps) else {
            return ReportDocument.Section(
                id: "gaps", heading: "Gaps, advice, dependence",
                blocks: [.paragraph("Shortfalls and advice were not computed for this report.")] + everyAlert)
        }
        return ReportDocument.Section(
            id: "gaps", heading: "Gaps, advice, dependence",
            blocks: advice + packages + dependence + [.heading("What is short")] + shortfalls + everyAlert)
    }

    private var shortfalls: [ReportDocument.Block] {
        let rows = figures[.gaps].list("shortfalls")
        guard !rows.isEmpty else { return [.paragraph("From now on no post is short in the offered scenario.")] }
        var table = ReportTable(
            "From now on, the most urgent first",
            [
                .init("Priority", .right), .init("Speciality"), .init("Site"), .init("From"), .init("Until"),
                .init("At most", .right), .init(personPeriodsTitle, .right), .init("Graduates lost", .right),
            ], rowsMax: Self.shortfallsMax)
        for row in rows {
            table.add([
                .init(Quantity.number(row.real("priority"))),
                .init(row["capability"]?.text ?? "", detail: origins(row.list("origin"))),
                .init(figures.plan.name(.site, row["site"]?.text ?? "")), .init(figures.date(row["from"]?.integer)),
                .init(figures.date(row["until"]?.integer)), .init(Quantity.number(row.real("peak"))),
                .init(Quantity.number(row.real("personPeriods"))), .init(Quantity.number(row.real("graduatesLost"))),
            ])
        }
        return [.table(table)]
    }

    private var personPeriodsTitle: String {
        figures.personPeriods.prefix(1).uppercased() + figures.personPeriods.dropFirst()
    }

    /// `line ID`, `rule NAME` … with titles, the first few.
    private func origins(_ origins: [JSONValue]) -> String {
        let names = origins.compactMap(\.text).map { origin -> String in
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

    private var advice: [ReportDocument.Block] {
        let rows = figures[.gaps].list("advice")
        let heading = ReportDocument.Block.heading("What would help most")
        guard !rows.isEmpty else {
            return [heading, .paragraph("No single pledge and no single caveat lifted would help.")]
        }
        var table = ReportTable(
            "What each would bring by itself, found by planning again with it",
            [
                .init("", .right), .init("What"), .init("Graduates more", .right),
                .init("Fewer \(figures.personPeriods) short"),
            ])
        for (index, row) in rows.enumerated() {
            table.add([
                .init(Quantity.number(index + 1)), step(row), .init(Quantity.change(row["gain"]?.real("graduates"))),
                .init(figures.byPriority(row["gain"]?["personPeriods"])),
            ])
        }
        return [heading, .table(table)]
    }

    private func step(_ row: JSONValue) -> ReportTable.Cell {
        guard row["kind"]?.text == "pledge" else {
            let id = row["pledge"]?.text ?? ""
            let pledge = figures.plan[.pledge, id]
            let what = pledge.map { "\(Quantity.number($0.document.real("quantity"))) \($0.text("capability") ?? "")" }
            return .init("\(id) without its caveat \(row["caveat"]?.text ?? "")", detail: what)
        }
        let pledge = row["pledge"]
        return .init(
            "\(Quantity.number(pledge?.real("quantity"))) more \(pledge?["capability"]?.text ?? "") for "
                + figures.plan.name(.site, row["shortfall"]?["site"]?.text ?? ""),
            detail: "from \(pledge?["from"]?.text ?? "") to \(pledge?["until"]?.text ?? "")")
    }

    // MARK: Packages

    /// Pledges that help only together, by how urgent what they close is.
    private var packages: [ReportDocument.Block] {
        let rows = figures[.gaps].list("packages")
        guard !rows.isEmpty else { return [] }
        var table = ReportTable(
            "What all pledges of a package would bring together, found by planning again with them",
            [
                .init("Priority up to", .right), .init("Pledges"), .init("Graduates more", .right),
                .init("Fewer \(figures.personPeriods) short"),
            ])
        for row in rows {
            let pledges = row.list("pledges")
            let persons = pledges.reduce(0) { $0 + ($1.real("quantity") ?? 0) }
            let more = pledges.map { pledge in
                "\(Quantity.number(pledge.real("quantity"))) \(pledge["capability"]?.text ?? "") for "
                    + figures.plan.name(.site, pledge["site"]?.text ?? "")
                    + " from \(pledge["from"]?.text ?? "") to \(pledge["until"]?.text ?? "")"
            }
            table.add([
                .init(Quantity.number(row.real("priority"))),
                .init(
                    "\(Quantity.people(persons)) in \(Quantity.count(pledges.count, "pledge", "pledges"))",
                    detail: more.joined(separator: "; ")),
                .init(Quantity.change(row["gain"]?.real("graduates"))),
                .init(figures.byPriority(row["gain"]?["personPeriods"])),
            ])
        }
        return [.heading("What helps together"), .table(table)]
    }

    // MARK: Dependence

    private var dependence: [ReportDocument.Block] {
        let rows = figures[.gaps].list("dependence")
        let heading = ReportDocument.Block.heading("On whom the plan hangs")
        guard !rows.isEmpty else {
            return [heading, .paragraph("No nation has a live pledge of people or training places.")]
        }
        let harmless = rows.filter { !loses($0) }.compactMap { $0["nation"]?.text }
        let tail: [ReportDocument.Block] =
            harmless.isEmpty
            ? []
            : [.paragraph("Nothing would be lost without \(harmless.joined(separator: ", ")), each by itself.")]
        var table = ReportTable(
            "What the offered plan loses without all pledges of a nation",
            [.init("Without"), .init("Graduates", .right), .init("More \(figures.personPeriods) short")])
        for row in rows where loses(row) {
            let lost = (row["loss"]?.real("graduates")).map { -$0 }
            table.add([
                .init(row["nation"]?.text ?? ""), .init(Quantity.change(lost)),
                .init(figures.byPriority(row["loss"]?["personPeriods"])),
            ])
        }
        return [heading] + (table.rows.isEmpty ? [] : [.table(table)]) + tail
    }

    private func loses(_ row: JSONValue) -> Bool {
        let loss = row["loss"]
        return loss?.real("graduates") != 0
            || (loss?["personPeriods"]?.members ?? []).contains { $0.value.number?.double != 0 }
    }
}
