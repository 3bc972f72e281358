import CadreContract
import CadrePlanning

// The training pipeline, and the dates on which host-nation instructors take over.
extension MissionReport {
    private typealias Graduates = TrainingEstimate.Graduates
    private typealias Instructors = TrainingEstimate.Instructors

    var training: ReportDocument.Section {
        let training = figures.training()
        let instructors = training.instructors.all.filter { ($0.value.required.max() ?? 0) > 0 }
        var blocks: [ReportDocument.Block] = []
        if training.byCourse.all.isEmpty, training.runs.isEmpty {
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
                Graduates of the offered scenario, and those of firm pledges only (committed) and of all proposals \
                together (full). Expected graduates answer a demand; others answer none. Series over time are \
                cumulative.
                """)
        ]
        let groups: [(KeyPath<TrainingEstimate, Rows<Graduates>>, String, EntityKind?)] = [
            (\.byAudience, "audience", nil), (\.byLevel, "level", nil), (\.byCourse, "course", .course),
        ]
        for (group, name, kind) in groups {
            let rows = figures.training()[keyPath: group].all
            guard !rows.isEmpty else { continue }
            if kind == nil { blocks.append(.panels(panels(rows, name))) }
            blocks.append(.table(graduates(group, name, kind)))
        }
        return blocks
    }

    /// Returns small charts of the groups with the most graduates wanted.
    private func panels(_ rows: [Rows<Graduates>.Row], _ what: String) -> [TimeChart] {
        let order = rows.enumerated().sorted { a, b in
            let (x, y) = (a.element.value.wanted, b.element.value.wanted)
            return x == y ? a.offset < b.offset : x > y
        }
        return order.prefix(ReportLimits.panelsMax).map { _, row in
            let wanted = Double(row.value.wanted)
            let sum = MissionFigures.cumulative(row.value.graduates)
            let others = row.value.others
            return TimeChart(
                title: "\(row.name), graduates so far",
                description: "By the end \(Quantity.number(row.value.expected)) of "
                    + "\(Quantity.number(wanted)) graduates wanted of the \(what) \(row.name)"
                    + (others > 0 ? ", and \(Quantity.number(others)) others." : "."),
                unit: "graduates", axis: figures.axis,
                layers: [.area(sum, "graduates", .filled)] + (wanted > 0 ? [.level(wanted, "wanted", .target)] : []),
                size: .panel)
        }
    }

    private func graduates(
        _ group: KeyPath<TrainingEstimate, Rows<Graduates>>, _ what: String, _ kind: EntityKind?
    ) -> ReportTable {
        var table = ReportTable(
            "Graduates by \(what)",
            [
                .init(what.prefix(1).uppercased() + what.dropFirst()), .init("Wanted", .right),
                .init("Expected", .right), .init("of wanted", .right), .init("Others", .right),
                .init("Committed", .right),
                .init("Full", .right), .init("The last on"), .init("Added up"),
            ])
        for row in figures.training()[keyPath: group].all {
            let name = row.name
            func expected(_ scenario: Scenario) -> String {
                Quantity.number(figures.training(scenario)[keyPath: group][name]?.expected)
            }
            let wanted = Double(row.value.wanted)
            let series = row.value.graduates
            let reached = row.value.expected
            table.add([
                kind.map { figures.plan.cell($0, name) } ?? .init(name), .init(Quantity.number(wanted)),
                .init(Quantity.number(reached)),
                .init(Quantity.share(reached, of: wanted), isTrouble: wanted > 0 && reached < wanted),
                .init(Quantity.number(row.value.others)), .init(expected(.committed)), .init(expected(.full)),
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

    private func takeOver(_ courses: [Rows<Instructors>.Row]) -> [ReportDocument.Block] {
        var table = ReportTable(
            "Instructors of each course: the host nation's own and pledged ones",
            [
                .init("Course"), .init("Required at most", .right), .init("Host at most", .right),
                .init("First host instructors"), .init("Host gives most from"), .init("Host covers all from"),
            ])
        for row in courses {
            let (required, local) = (row.value.required.reals, row.value.local.reals)
            table.add([
                figures.plan.cell(.course, row.name), .init(Quantity.number(required.max())),
                .init(Quantity.number(local.max())),
                .init(local.firstIndex { $0 > 0 }.map { figures.date($0) } ?? "not within the plan"),
                .init(lasting(required, local) { 2 * $1 > $0 }), .init(lasting(required, local) { $1 >= $0 }),
            ])
        }
        let order = courses.enumerated().sorted { a, b in
            let (x, y) = (
                figures.sumFromNow(a.element.value.required.reals), figures.sumFromNow(b.element.value.required.reals)
            )
            return x == y ? a.offset < b.offset : x > y
        }
        return [
            .paragraph(
                """
                A date means: from then on in every period in which the course is taught. A part of the posts, the \
                factor mentor.share, always stays with pledged instructors; if it is above 0, the host nation never \
                covers all.
                """),
            .table(table), .panels(order.prefix(ReportLimits.panelsMax).map { instructorChart($1.name, $1.value) }),
        ]
    }

    /// Returns the date from which a condition holds in every period that needs instructors.
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

    private func instructorChart(_ course: String, _ row: Instructors) -> TimeChart {
        let (required, local, pledged) = (row.required.reals, row.local.reals, row.filled.reals)
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
                .excess(required, above: all, "missing", .short), .steps(required, "required", .required),
            ], size: .panel)
    }

    // MARK: Runs

    private var infeasible: [ReportDocument.Block] {
        let demands = figures.training().infeasible.map(\.text)
        guard !demands.isEmpty else { return [] }
        var table = ReportTable(
            "Demands that no run fits: change the date, or schedule runs",
            [.init("Demand"), .init("Course"), .init("Graduates", .right), .init("From"), .init("By")])
        for id in demands {
            let demand = figures.plan.demand(id)
            table.add([
                .init(id, isTrouble: true),
                demand.map { figures.plan.cell(.course, $0.course.text) } ?? .init(Quantity.none),
                .init(Quantity.number(demand.map { Double($0.graduates) })), .init(demand?.from.text ?? ""),
                .init(demand?.by.text ?? ""),
            ])
        }
        return [.heading("Demands that cannot be met"), .table(table)]
    }

    private var runs: [ReportDocument.Block] {
        let runs = figures.training().runs.filter { $0.last >= figures.now }.enumerated().sorted { a, b in
            let (x, y) = (a.element.first, b.element.first)
            return x == y ? a.offset < b.offset : x < y
        }.map(\.element)
        guard !runs.isEmpty else { return [.heading("Runs to come"), .paragraph("No run is in progress or to come.")] }
        var table = ReportTable(
            "Runs in progress and to come, offered, the earliest first",
            [
                .init("Run"), .init("Course"), .init("Site"), .init("First period"), .init("Last period"),
                .init("Seats", .right), .init("Staffed", .right), .init("Graduates", .right),
            ], rowsMax: Self.runsMax)
        for run in runs {
            table.add([
                .init(run.run, detail: provider(of: run)), .init(figures.plan.name(.course, run.course.text)),
                .init(figures.plan.name(.site, run.site.text)), .init(figures.date(run.first)),
                .init(figures.date(run.last)), .init(Quantity.number(run.seats)),
                .init(Quantity.share(run.staffing, of: 1), isTrouble: run.staffing < 1),
                .init(Quantity.number(run.graduates)),
            ])
        }
        return [.heading("Runs to come"), .table(table)]
    }

    /// Returns `given by the EU`, or `nil` for a run of the mission itself.
    private func provider(of run: TrainingEstimate.RunRow) -> String? {
        run.provider.map { $0.isEmpty ? "given by another organisation" : "given by \($0)" }
    }

    /// The rows of runs: a large mission has thousands, of which readers need the next ones.
    private static let runsMax = 120
}
