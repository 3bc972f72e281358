import CadreContract
import CadreJSON
import CadrePlanning

/// The training pipeline, and when the host nation's own instructors take over.
extension MissionReport {
    private var pipeline: JSONValue { figures[.training(MissionFigures.planned)] }

    var training: ReportDocument.Section {
        let courses = pipeline.rows("byCourse")
        let instructors = pipeline.rows("instructors").filter { ($0.value.series("required").max() ?? 0) > 0 }
        var blocks: [ReportDocument.Block] = []
        if courses.isEmpty, pipeline.list("runs").isEmpty {
            blocks.append(.paragraph("No training is demanded or scheduled that is accepted, so there is no pipeline."))
        } else {
            blocks += pipelineBlocks
        }
        blocks.append(.heading("When host instructors take over, course by course"))
        blocks +=
            instructors.isEmpty
            ? [.paragraph("No course of the mission's own needs instructors within the plan.")]
            : takeOver(instructors)
        return ReportDocument.Section(
            id: "training", heading: "The training pipeline", blocks: blocks + infeasible + runs)
    }

    // MARK: Graduates

    private var pipelineBlocks: [ReportDocument.Block] {
        var blocks: [ReportDocument.Block] = [
            .paragraph(
                """
                Graduates of the offered scenario; beside them what firm pledges alone (committed) and everything on \
                the table (full) would bring. Expected are those whom a demand asks for; others graduate although no \
                demand asks for them. Over time all are added up.
                """)
        ]
        for (member, what, kind) in [
            ("byAudience", "audience", nil), ("byLevel", "level", nil), ("byCourse", "course", EntityKind.course),
        ] {
            let rows = pipeline.rows(member)
            guard !rows.isEmpty else { continue }
            if kind == nil { blocks.append(.panels(panels(rows, what))) }
            blocks.append(.table(graduates(member, what, kind, rows)))
        }
        return blocks
    }

    /// The most wanted, each in a small chart.
    private func panels(_ rows: [(name: String, value: JSONValue)], _ what: String) -> [TimeChart] {
        let order = rows.enumerated().sorted { a, b in
            let (x, y) = (a.element.value.real("wanted") ?? 0, b.element.value.real("wanted") ?? 0)
            return x == y ? a.offset < b.offset : x > y
        }
        return order.prefix(ReportLimits.panelsMax).map { _, row in
            let wanted = row.value.real("wanted") ?? 0
            let sum = MissionFigures.cumulative(row.value.series("graduates"))
            let others = row.value.real("others") ?? 0
            return TimeChart(
                title: "\(row.name), graduates so far",
                description: "By the end \(Quantity.number(row.value.real("expected"))) of "
                    + "\(Quantity.number(wanted)) graduates wanted of the \(what) \(row.name)"
                    + (others > 0 ? ", and \(Quantity.number(others)) others." : "."),
                unit: "graduates", axis: figures.axis,
                layers: [.area(sum, "graduates", .filled)] + (wanted > 0 ? [.level(wanted, "wanted", .target)] : []),
                size: .panel)
        }
    }

    private func graduates(
        _ member: String, _ what: String, _ kind: EntityKind?, _ rows: [(name: String, value: JSONValue)]
    ) -> ReportTable {
        var table = ReportTable(
            "Graduates by \(what)",
            [
                .init(what.prefix(1).uppercased() + what.dropFirst()), .init("Wanted", .right),
                .init("Expected", .right), .init("of wanted", .right), .init("Others", .right),
                .init("Committed", .right),
                .init("Full", .right), .init("The last on"), .init("Added up"),
            ])
        for (name, row) in rows {
            func expected(_ scenario: Scenario) -> String {
                Quantity.number(figures[.training(scenario)][member]?[name]?.real("expected"))
            }
            let wanted = row.real("wanted") ?? 0
            let series = row.series("graduates")
            let reached = row.real("expected") ?? 0
            table.add([
                kind.map { figures.plan.cell($0, name) } ?? .init(name), .init(Quantity.number(wanted)),
                .init(Quantity.number(reached)),
                .init(Quantity.share(reached, of: wanted), isTrouble: wanted > 0 && reached < wanted),
                .init(Quantity.number(row.real("others"))), .init(expected(.committed)), .init(expected(.full)),
                .init(figures.date(series.lastIndex { $0 > 0 })),
                .init(
                    Spark(
                        title: "\(name): graduates added up, and how many are wanted",
                        required: wanted > 0 ? series.map { _ in wanted } : [],
                        filled: MissionFigures.cumulative(series), now: nil)),
            ])
        }
        return table
    }

    // MARK: Host instructors

    private func takeOver(_ courses: [(name: String, value: JSONValue)]) -> [ReportDocument.Block] {
        var table = ReportTable(
            "Instructors of each course: the host nation's own and pledged ones",
            [
                .init("Course"), .init("Required at most", .right), .init("Host at most", .right),
                .init("First host instructors"), .init("Host gives most from"), .init("Host covers all from"),
            ])
        for (course, row) in courses {
            let required = row.series("required")
            let local = row.series("local")
            table.add([
                figures.plan.cell(.course, course), .init(Quantity.number(required.max())),
                .init(Quantity.number(local.max())),
                .init(local.firstIndex { $0 > 0 }.map { figures.date($0) } ?? "not within the plan"),
                .init(lasting(required, local) { 2 * $1 > $0 }), .init(lasting(required, local) { $1 >= $0 }),
            ])
        }
        let order = courses.enumerated().sorted { a, b in
            let (x, y) = (
                figures.sumFromNow(a.element.value.series("required")),
                figures.sumFromNow(b.element.value.series("required"))
            )
            return x == y ? a.offset < b.offset : x > y
        }
        return [
            .paragraph(
                """
                A date means: from then on in every period in which the course is taught. A part of the posts, the \
                factor mentor.share, always stays with pledged instructors; where it is above 0, the host nation never \
                covers all.
                """),
            .table(table), .panels(order.prefix(ReportLimits.panelsMax).map { instructorChart($1.name, $1.value) }),
        ]
    }

    /// The date from which on it holds in every period that asks for instructors.
    private func lasting(_ required: [Double], _ local: [Double], _ holds: (Double, Double) -> Bool) -> String {
        var first: Int?
        for period in required.indices where required[period] > 0 {
            if period < local.count, holds(required[period], local[period]) {
                first = first ?? period
            } else {
                first = nil
            }
        }
        return first.map { figures.date($0) } ?? "not within the plan"
    }

    private func instructorChart(_ course: String, _ row: JSONValue) -> TimeChart {
        let required = row.series("required")
        let local = row.series("local")
        let pledged = row.series("filled")
        let all = zip(local, pledged).map { $0 + $1 }
        return TimeChart(
            title: Coordinates.fitted(figures.plan.name(.course, course), to: 48),
            description: """
                Instructors required at most \(Quantity.number(required.max())); of the host nation at most \
                \(Quantity.number(local.max())), pledged at most \(Quantity.number(pledged.max())).
                """,
            unit: "instructors", axis: figures.axis,
            layers: [
                .stack([
                    .init(label: "host", series: local, paint: .local),
                    .init(label: "pledged", series: pledged, paint: .filled),
                ]),
                .excess(required, above: all, "missing", .short), .steps(required.map { $0 }, "required", .required),
            ], size: .panel)
    }

    // MARK: Runs

    private var infeasible: [ReportDocument.Block] {
        let demands = pipeline.list("infeasible").compactMap(\.text)
        guard !demands.isEmpty else { return [] }
        var table = ReportTable(
            "Demands that no run fits: move the date, or schedule runs",
            [.init("Demand"), .init("Course"), .init("Graduates", .right), .init("From"), .init("By")])
        for id in demands {
            let demand = figures.plan[.demand, id]
            table.add([
                .init(id, isTrouble: true),
                demand?.text("course").map { figures.plan.cell(.course, $0) } ?? .init(Quantity.none),
                .init(Quantity.number(demand?.document.real("graduates"))), .init(demand?.text("from") ?? ""),
                .init(demand?.text("by") ?? ""),
            ])
        }
        return [.heading("Demands that cannot be met"), .table(table)]
    }

    private var runs: [ReportDocument.Block] {
        let runs = pipeline.list("runs").filter { ($0["last"]?.integer ?? 0) >= figures.now }.enumerated()
            .sorted { a, b in
                let (x, y) = (a.element["first"]?.integer ?? 0, b.element["first"]?.integer ?? 0)
                return x == y ? a.offset < b.offset : x < y
            }.map(\.element)
        guard !runs.isEmpty else { return [.heading("Runs to come"), .paragraph("No run is under way or to come.")] }
        var table = ReportTable(
            "Runs under way and to come, offered, the earliest first",
            [
                .init("Run"), .init("Course"), .init("Site"), .init("First period"), .init("Last period"),
                .init("Seats", .right), .init("Staffed", .right), .init("Graduates", .right),
            ], rowsMax: Self.runsMax)
        for run in runs {
            let staffing = run.real("staffing") ?? 0
            table.add([
                .init(run["run"]?.text ?? "", detail: provider(of: run)),
                .init(figures.plan.name(.course, run["course"]?.text ?? "")),
                .init(figures.plan.name(.site, run["site"]?.text ?? "")), .init(figures.date(run["first"]?.integer)),
                .init(figures.date(run["last"]?.integer)), .init(Quantity.number(run.real("seats"))),
                .init(Quantity.share(staffing, of: 1), isTrouble: staffing < 1),
                .init(Quantity.number(run.real("graduates"))),
            ])
        }
        return [.heading("Runs to come"), .table(table)]
    }

    /// `given by the EU`; nothing of the mission's own.
    private func provider(of run: JSONValue) -> String? {
        run["provider"]?.text.map { $0.isEmpty ? "given by somebody else" : "given by \($0)" }
    }

    /// Rows of runs: a large mission has thousands, and they are read one by one only soon.
    private static let runsMax = 120
}
